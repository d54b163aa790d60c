import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct CompressedAnswersTests {
  private let door: Door
  private let headers: Headers
  /// An action item that is longer than what is worth compressing.
  private let path: String

  init() throws {
    door = try Door()
    headers = door.bearer(try door.token("facilitator", ["read", "write"]))
    let text = JSON.string(String(repeating: "Somewhere to sleep for forty people. ", count: 60))
    let made = try door.locally(
      .post, "/action-items",
      [
        "body": "B-1", "title": ["en": "Homes", "fr": "Logis"],
        "details": ["en": text, "fr": ""],
      ], as: "facilitator")
    path = "/action-items/" + (try #require(made["ref"]?.string))
    // The first use of a token is written down.
    _ = get(path)
  }

  private func get(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) -> Response {
    send(.get, path, nil, fields)
  }

  private func send(
    _ method: Method, _ path: String, _ body: JSON?, _ fields: KeyValuePairs<String, String>
  ) -> Response {
    var headers = headers
    for field in fields { headers.add(field.key, field.value) }
    return door.send(method, path, body, headers)
  }

  private func expanded(_ response: Response) throws -> [UInt8]? {
    try Gunzip.expand(response.collected())
  }

  /// What is kept, and what is made each time.
  private static let ways = ["max-age=0", "no-cache"]

  @Test(arguments: ways)
  func `a long answer comes compressed to whoever asks for it`(way: String) throws {
    let plain = get(path, ["Cache-Control": way])
    for _ in 0..<2 {
      let short = get(path, ["Accept-Encoding": "br, gzip", "Cache-Control": way])
      #expect(short.status == 200)
      #expect(short.headers["Content-Encoding"] == "gzip")
      #expect(short.headers["Content-Type"] == plain.headers["Content-Type"])
      #expect(try expanded(short) == plain.collected())
      #expect(try short.collected().count < plain.collected().count / 2)
      let tag = try #require(plain.headers["ETag"])
      #expect(tag.hasPrefix("\"1."))
      #expect(short.headers["ETag"] == tag.dropLast() + "-gzip\"")
      let vary = "Accept-Language, Authorization, Cookie, Accept-Encoding"
      #expect(short.headers.all("Vary") == [vary])
      #expect(plain.headers.all("Vary") == [vary])
      #expect(get(path, ["Cache-Control": way]).headers["Content-Encoding"] == nil)
      #expect(
        get(path, ["Accept-Encoding": "gzip;q=0", "Cache-Control": way]).headers["ETag"] == tag)
    }
  }

  @Test(arguments: ways, [Method.get, .head])
  func `either form of a tag is answered with 304, and the copy's own tag`(
    way: String, method: Method
  ) throws {
    let plain = try #require(get(path).headers["ETag"])
    let gzip = String(plain.dropLast()) + "-gzip\""
    let cases: [(held: String, coding: String, tag: String)] = [
      (plain, "gzip", plain), (gzip, "gzip", gzip), ("\"0\", \(plain), \(gzip)", "gzip", gzip),
      ("W/\(gzip)", "gzip", gzip), (plain, "identity", plain), (gzip, "identity", plain),
      ("*", "gzip", plain),
    ]
    for (held, coding, tag) in cases {
      let answer = send(
        method, path, nil,
        ["If-None-Match": held, "Accept-Encoding": coding, "Cache-Control": way])
      #expect(answer.status == 304, "\(held)")
      #expect(answer.headers["ETag"] == tag, "\(held) \(coding)")
      #expect(answer.headers["Content-Encoding"] == nil)
      #expect(answer.headers["Vary"]?.hasSuffix(", Accept-Encoding") == true)
    }
    let other = send(
      method, path, nil,
      ["If-None-Match": "\"2-gzip\"", "Accept-Encoding": "gzip", "Cache-Control": way])
    #expect(other.status == 200)
  }

  @Test func `a list's tag names the same list in either form`() throws {
    let short = get("/people", ["Accept-Encoding": "gzip"])
    let tag = try #require(short.headers["ETag"])
    #expect(short.headers["Content-Encoding"] == "gzip")
    #expect(tag == get("/people").headers["ETag"].map { $0.dropLast() + "-gzip\"" })
    #expect(get("/people", ["Accept-Encoding": "gzip", "If-None-Match": tag]).status == 304)
    #expect(get("/people", ["If-None-Match": tag]).status == 304)
  }

  @Test func `what came compressed can be changed by its tag`() throws {
    let tag = try #require(get(path, ["Accept-Encoding": "gzip"]).headers["ETag"])
    let change: JSON = ["title": ["en": "Houses"]]
    let changed = send(.patch, path, change, ["If-Match": tag, "Accept-Encoding": "gzip"])
    #expect(changed.status == 200)
    let next = try #require(changed.headers["ETag"])
    #expect(next.hasPrefix("\"2.") && next.hasSuffix("-gzip\""))
    let body = try #require(try expanded(changed))
    #expect(try JSON(parsing: body)["title"]?["en"] == "Houses")
    #expect(send(.patch, path, change, ["If-Match": tag]).status == 412)
    let now = get(path, ["Accept-Encoding": "gzip", "If-None-Match": tag])
    #expect(now.status == 200)
    #expect(try expanded(now) == body)
  }

  @Test(arguments: ["gzip", "identity"])
  func `HEAD says what GET says`(coding: String) throws {
    for path in [path, "/people", "/networks/N-1", "/openapi.json", "/bodies/B-99"] {
      let whole = get(path, ["Accept-Encoding": coding])
      let head = send(.head, path, nil, ["Accept-Encoding": coding])
      #expect(head.status == whole.status)
      #expect(head.headers == whole.headers)
      // The server sends its length.
      #expect(try head.collected() == whole.collected())
    }
  }

  @Test func `what is short stays as it is, and still says on what it depends`() {
    let answer = get("/networks/N-1", ["Accept-Encoding": "gzip"])
    #expect(answer.headers["Content-Encoding"] == nil)
    #expect(answer.headers["ETag"]?.hasPrefix("\"1.") == true)
    #expect(answer.headers["Vary"]?.hasSuffix(", Accept-Encoding") == true)
  }

  @Test func `an answer is compressed once, and needs no statement`() throws {
    let plain = get(path)
    let before = (kept: door.service.kept.bytes, statements: try statements())
    let short = get(path, ["Accept-Encoding": "gzip"])
    let kept = door.service.kept.bytes
    #expect(kept > before.kept)
    #expect(kept - before.kept < before.kept)
    #expect(try get(path, ["Accept-Encoding": "gzip"]).collected() == short.collected())
    #expect(try get(path).collected() == plain.collected())
    #expect(door.service.kept.bytes == kept)
    #expect(try statements() == before.statements)
  }

  private func statements() throws -> Int {
    try door.hub.database.read { $0.statementCount }
  }

  @Test func `a refusal comes compressed too where it is long`() throws {
    var many = JSON.object([])
    for number in 0..<40 { many = many.adding("nothing\(number)", 1) }
    let plain = send(.post, "/action-items", many, [:])
    #expect(plain.status == 422)
    let short = send(.post, "/action-items", many, ["Accept-Encoding": "gzip"])
    #expect(short.headers["Content-Encoding"] == "gzip")
    #expect(try expanded(short) == plain.collected())
  }

  @Test(arguments: ["html", "markdown", "json"])
  func `an export that comes compressed is the same file`(format: String) throws {
    let story = try ExportStory()
    let made = try story.test.send(
      .post, "/tokens", ["name": "Test", "scopes": ["read"]], as: "luc"
    ).json
    let token = try #require(made["token"]?.string)
    let service = FrontDoor(story.test.hub)
    func ask(_ coding: String) throws -> Response {
      let target = "/api/v1/exports/digest?meeting=M-1&lang=both&format=\(format)"
      let headers: Headers = ["Authorization": "Bearer \(token)", "Accept-Encoding": coding]
      return service.respond(to: try Request(.get, target: target, headers: headers, id: "test"))
    }
    let plain = try ask("identity")
    let short = try ask("gzip")
    #expect(plain.status == 200)
    #expect(short.headers["Content-Encoding"] == "gzip")
    #expect(short.headers["Content-Disposition"] == plain.headers["Content-Disposition"])
    #expect(try expanded(short) == plain.collected())
  }

  @Test func `what may hold a secret is never compressed`() throws {
    for number in 0..<20 {
      try door.locally(
        .post, "/tokens",
        ["name": .string("The machine in room \(number)"), "scopes": ["read"]], as: "facilitator")
    }
    let headers = door.bearer(try door.token("facilitator", ["read", "write", "admin"]))
    for (method, path) in [(Method.get, "/tokens"), (.head, "/tokens"), (.post, "/tokens")] {
      var headers = headers
      headers.add("Accept-Encoding", "gzip")
      let long = JSON.string(String(repeating: "x", count: 3000))
      let answer = door.send(method, path, method == .post ? ["name": long] : nil, headers)
      if method != .post { #expect(try answer.collected().count > 2000) }
      #expect(answer.headers["Content-Encoding"] == nil, "\(method.name) \(path)")
      #expect(answer.headers["Vary"]?.contains("Accept-Encoding") == false)
    }
  }

  @Test(
    arguments: [
      ("application/json", [:], true), ("application/problem+json", [:], true),
      ("text/markdown; charset=utf-8", [:], true), ("text/html; charset=utf-8", [:], true),
      ("application/jsonl", [:], true), ("text/plain", [:], true), ("text/csv", [:], true),
      ("image/png", [:], false), ("application/zip", [:], false),
      ("text/event-stream", [:], false),
      ("application/json", ["Cache-Control": "no-store"], false),
      ("application/json", ["Cache-Control": "private, no-store"], false),
      ("application/json", ["Set-Cookie": "hub=secret"], false),
      ("application/json", ["Content-Encoding": "br"], false),
      ("application/json", ["Cache-Control": "private, no-cache"], true),
    ] as [(String, [String: String], Bool)])
  func `only text without a secret is compressed`(
    type: String, fields: [String: String], isGzippable: Bool
  ) {
    var response = Response(type: type, [UInt8](repeating: 32, count: 5000))
    for field in fields { response.headers.add(field.key, field.value) }
    #expect(response.isGzippable == isGzippable)
  }

  @Test func `what does not get shorter stays as it is`() throws {
    var state: UInt32 = 1
    let noise = (0..<5000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    let answer = Response(type: "text/plain", noise).gzipped
    #expect(answer.headers["Content-Encoding"] == nil)
    #expect(try answer.collected() == noise)
    #expect(Response(type: "text/plain", Array(noise.prefix(900))).gzipped.body.count == 900)
  }

  @Test func `a stream is compressed as it is written`() throws {
    let line = Array("{\"ref\":\"A-12\",\"title\":{\"en\":\"Homes\",\"fr\":\"Logis\"}}\n".utf8)
    let whole = Response(
      status: 200, headers: ["Content-Type": "application/jsonl", "Content-Length": "9"],
      body: .stream { write in for _ in 0..<200_000 { try write(line) } })
    let short = whole.gzipped
    #expect(short.headers["Content-Encoding"] == "gzip")
    #expect(short.headers["Content-Length"] == nil)
    guard case .stream(let produce) = short.body else {
      Issue.record("no stream")
      return
    }
    var made: [UInt8] = []
    var pieces = 0
    try produce { piece in
      #expect((1...100_000).contains(piece.count))
      pieces += 1
      made += piece
    }
    #expect(pieces > 1)
    #expect(Gunzip.expand(made) == (try whole.collected()))
  }

  @Test func `a stream whose reader has gone stops`() {
    struct Gone: Error {}
    let endless = Response(
      status: 200, headers: ["Content-Type": "text/plain"],
      body: .stream { write in while true { try write([UInt8](repeating: 1, count: 1 << 16)) } })
    guard case .stream(let produce) = endless.gzipped.body else {
      Issue.record("no stream")
      return
    }
    #expect(throws: Gone.self) { try produce { _ in throw Gone() } }
  }

  @Test func `the document says which answers may come compressed`() throws {
    let contract = try Contract(door.service.api)
    for route in API.router.routes {
      let path = route.pattern.replacing("{", with: "").replacing("}", with: "")
      let request = Request(route.method, path, id: "test")
      guard let answers = contract.operation(request)?["responses"]?.object else { continue }
      for answer in answers where answer.value["content"] != nil {
        let isSaid = answer.value["headers"]?["Content-Encoding"] != nil
        #expect(isSaid == !route.description.holdsSecret, "\(route.name)")
      }
    }
  }
}

extension Response.Body {
  /// The bytes of a body that is no stream.
  fileprivate var count: Int {
    if case .bytes(let bytes) = self { bytes.count } else { 0 }
  }
}
