import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Synchronization
import Testing

@testable import HubApp

/// A bug of ours is told to whoever runs the service, wherever it shows, and never to the caller.
@Suite struct BugReportTests {
  /// What was told, from whatever thread.
  private final class Reports: Sendable {
    private let all = Mutex<[String]>([])
    func add(_ error: any Error) { all.withLock { $0.append(String(describing: error)) } }
    var texts: [String] { all.withLock { $0 } }
  }

  private let door: Door
  private let reports = Reports()

  init() throws { door = try Door() }

  private func ask(
    _ method: HubHTTP.Method, _ path: String, _ body: JSON? = nil, _ headers: Headers = Headers()
  ) -> Response {
    var headers = headers
    if body != nil { headers.add("Content-Type", "application/json") }
    let reports = reports
    return door.service.respond(
      to: Request(
        method, API.root + path, headers: headers, body: body?.written() ?? [], id: "request-7",
        remoteAddress: "127.0.0.1")
    ) { reports.add($0) }
  }

  @Test(arguments: [nil, "once"])
  func `one inside a batch is told once, and the batch undone`(key: String?) throws {
    var headers = door.bearer(try door.token("facilitator", ["read", "write"]))
    if let key { headers.add("Idempotency-Key", key) }
    try door.hub.database.write { try $0.execute("ALTER TABLE bodies RENAME TO lost") }
    let action: JSON = [
      "method": "POST", "path": "/action-items", "body": ["body": "B-1", "title": ["en": "A"]],
    ]
    let answer = ask(.post, "/batch", ["operations": [action, action]], headers)
    #expect(answer.status == 500)
    let json = try answer.json
    #expect(json["code"] == "internalError")
    #expect(json["instance"] == "request-7")
    #expect(json["operation"] == 0)
    #expect(try !answer.text.contains("bodies"))
    #expect(reports.texts.count == 1)
    #expect(reports.texts.first?.contains("bodies") == true)
  }

  @Test func `one in the middle of an answer in pieces is told, and a reader who leaves is none`()
    throws
  {
    struct Broken: Error {}
    struct Gone: Error {}
    let reports = reports
    let broken = Response(
      status: 200,
      body: .stream { write in
        try write([1])
        throw Broken()
      }
    ).reporting { reports.add($0) }
    #expect(throws: Broken.self) { try broken.collected() }
    #expect(reports.texts == ["Broken()"])
    guard case .stream(let produce) = broken.body else { throw Broken() }
    #expect(throws: Gone.self) { try produce { _ in throw Gone() } }
    #expect(reports.texts == ["Broken()"])
  }
}
