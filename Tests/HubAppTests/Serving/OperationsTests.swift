import Foundation
import HubHTTP
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What stands at the root of the service, and for whom.
@Suite struct OperationsTests {
  let door: Door
  let operations: Operations
  let contract: Contract

  init() throws {
    let door = try Door()
    let metrics = Metrics()
    metrics.add(route: "list meetings", status: 200, seconds: 0.01, bytes: 10)
    self.door = door
    operations = Operations(
      door.hub, metrics: metrics, isOperator: { door.service.isOperator($0) },
      respond: { door.service.answer($0) })
    contract = try Contract(door.service.api)
  }

  private func ask(
    _ path: String, from address: String? = "127.0.0.1", isForwarded: Bool = false,
    _ headers: Headers = Headers(), method: HubHTTP.Method = .get
  ) throws -> Response {
    var request = Request(
      method, path, headers: headers, id: "test", remoteAddress: address)
    request.isForwarded = isForwarded
    let answer = operations.answer(request).response
    if method == .get { #expect(try contract.findings(answer, to: request) == [], "\(path)") }
    return answer
  }

  @Test func `whoever runs the machine asks it how it fares`() throws {
    for address in ["127.0.0.1", "::1", "unix", nil] {
      let answer = try ask("/metrics", from: address)
      #expect(answer.status == 200)
      #expect(try answer.text.contains("hub_requests_total{route=\"list meetings\""))
    }
    #expect(try ask("/healthz", from: "192.0.2.1").text == "ok\n")
    #expect(try ask("/readyz", from: "192.0.2.1").text == "ready\n")
  }

  @Test func `nobody reads the figures from afar, or through a proxy on the machine`() throws {
    #expect(try ask("/metrics", from: "192.0.2.1").status == 404)
    for address in ["127.0.0.1", "::1", "unix"] {
      #expect(try ask("/metrics", from: address, isForwarded: true).status == 404)
    }
  }

  @Test func `staff and admins read the figures from anywhere with a token`() throws {
    for (handle, status) in [("staff", 200), ("admin", 200), ("facilitator", 404)] {
      let token = door.bearer(try door.token(handle))
      let figures = try ask("/metrics", from: "192.0.2.1", token)
      #expect(figures.status == status, "\(handle)")
      // Which acts they are is told to nobody: some are private to others than they.
      #expect(try !figures.text.contains("meetings"))
      #expect(try status == 404 || figures.text.contains("{route=\"all\",status=\"200\"} 1"))
      #expect(try ask("/metrics", isForwarded: true, token).status == status, "\(handle)")
    }
    let wrong = try ask("/metrics", from: "192.0.2.1", door.bearer("hub_wrong"))
    #expect(wrong.status == 401)
  }

  @Test func `whether the service answers is answered at once, whoever else is at work`() {
    for path in ["/healthz", "/readyz"] {
      let answer = operations.answer(Request(.get, path, id: "test"))
      guard case .ready = answer else {
        Issue.record("\(path) waits for others")
        continue
      }
    }
  }

  @Test func `a service whose file is gone says so, though it remembers what was in it`() throws {
    let hub = try TemporaryHub()
    try Story.tell(in: hub.hub)
    let operations = Operations(
      hub.hub, metrics: Metrics(), respond: { _ in .ready(.text("")) })
    let request = Request(.get, "/readyz", id: "test")
    #expect(operations.answer(request).response.status == 200)
    let (file, elsewhere) = (hub.path("hub.db"), hub.path("elsewhere.db"))
    try FileManager.default.moveItem(atPath: file, toPath: elsewhere)
    #expect(operations.answer(request).response.status == 503)
    try FileManager.default.moveItem(atPath: elsewhere, toPath: file)
    #expect(operations.answer(request).response.status == 200)
  }

  @Test func `a service that cannot read its data says so`() throws {
    door.hub.database.close()
    let answer = try ask("/readyz")
    #expect(answer.status == 503)
    #expect(answer.headers["Retry-After"] == "2")
    #expect(try ask("/healthz").status == 200)
  }

  @Test func `other methods are refused, and the rest goes to the API`() throws {
    let refused = try ask("/healthz", method: .post)
    #expect(refused.status == 405)
    #expect(refused.headers["Allow"] == "GET, HEAD, OPTIONS")
    #expect(try ask("/api/v1/meetings").status == 200)
    #expect(operations.answer(Request(.get, "/elsewhere")).response.status == 404)
  }
}
