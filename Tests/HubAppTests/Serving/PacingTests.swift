import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// How often somebody may write and search.
@Suite struct PacingTests {
  let door: Door
  let service: FrontDoor
  let contract: Contract
  let token: Headers

  init() throws {
    door = try Door()
    var pace = PaceSettings()
    (pace.writesPerMinute, pace.searchesPerMinute) = (5, 10)
    service = FrontDoor(door.hub, pace: pace)
    contract = try Contract(door.service.api)
    token = door.bearer(try door.token("facilitator", ["read", "write"]))
  }

  private func send(
    _ method: HubHTTP.Method, _ path: String, from address: String = "192.0.2.1",
    _ body: JSON? = nil,
    _ headers: Headers = Headers(), query: Query = Query()
  ) throws -> Response {
    var headers = headers
    if body != nil { headers.add("Content-Type", "application/json") }
    let request = Request(
      method, API.root + path, query: query, headers: headers, body: body?.written() ?? [],
      id: "test", remoteAddress: address)
    let answer = service.respond(to: request) { Issue.record($0) }
    #expect(try contract.findings(answer, to: request) == [], "\(path) \(answer.status)")
    return answer
  }

  private func add(from address: String = "192.0.2.1", _ more: Headers = Headers()) throws
    -> Response
  {
    let body: JSON = ["body": "B-1", "title": ["en": "One more", "fr": "Encore une"]]
    return try send(
      .post, "/action-items", from: address, body, Headers(token.fields + more.fields))
  }

  @Test func `a person writes so much, wherever they are, and is told when to go on`() throws {
    for number in 0..<10 { #expect(try add(from: "192.0.2.\(number)").status == 201) }
    let refused = try add()
    #expect(refused.status == 429)
    #expect(refused.headers["Retry-After"] == "12")
    #expect(try refused.code == "tooManyWrites")
    let french = try add(["Accept-Language": "fr"])
    #expect(try french.json["detail"]?.string?.contains("12 secondes") == true)
    // Reading goes on, and so do others.
    #expect(try send(.get, "/action-items", nil, token).status == 200)
    let other = door.bearer(try door.token("staff", ["read", "write"]))
    let theirs = try send(
      .post, "/action-items", ["body": "B-1", "title": ["en": "Theirs"]], other)
    #expect(theirs.status == 201)
    door.clock.advance(seconds: 11)
    #expect(try add().headers["Retry-After"] == "1")
    door.clock.advance(seconds: 1)
    #expect(try add().status == 201)
    #expect(try add().status == 429)
  }

  @Test func `a batch is one change`() throws {
    let action: JSON = [
      "method": "POST", "path": "/action-items", "body": ["body": "B-1", "title": ["en": "A"]],
    ]
    let body: JSON = ["operations": .array(Array(repeating: action, count: 50))]
    for _ in 0..<10 { #expect(try send(.post, "/batch", body, token).status == 200) }
    #expect(try send(.post, "/batch", body, token).status == 429)
  }

  @Test func `strangers search and write a fifth of it from where they are`() throws {
    let query: Query = ["q": "Rosa"]
    for host in 1...4 {
      let answer = try send(.get, "/search", from: "2001:db8:1:2::\(host)", query: query)
      #expect(answer.status == 200)
    }
    let refused = try send(.get, "/search", from: "2001:db8:1:2::9", query: query)
    #expect(refused.status == 429)
    #expect(refused.headers["Retry-After"] == "30")
    #expect(try refused.code == "tooManySearches")
    #expect(try send(.get, "/search", from: "2001:db8:1:3::9", query: query).status == 200)
    #expect(
      try send(.get, "/search", from: "2001:db8:1:2::9", nil, token, query: query).status == 200)
    #expect(try send(.get, "/meetings", from: "2001:db8:1:2::9").status == 200)
    // Signing in has limits of its own besides.
    for _ in 0..<2 {
      #expect(try send(.post, "/sessions", from: "192.0.2.9", ["handle": "x"]).status == 422)
    }
    #expect(try send(.post, "/sessions", from: "192.0.2.9", ["handle": "x"]).status == 429)
  }

  @Test(arguments: ["127.0.0.1", "::1", "unix"])
  func `whoever runs the machine is not hurried`(address: String) throws {
    for _ in 0..<30 { #expect(try add(from: address).status == 201) }
    var forwarded = Request(
      .get, "\(API.root)/search", query: ["q": "Rosa"], id: "test", remoteAddress: address)
    forwarded.isForwarded = true
    let statuses = (0..<6).map { _ in service.respond(to: forwarded).status }
    #expect(statuses == [200, 200, 200, 200, 429, 429])
  }

  @Test func `what is kept to a pace says so in the document, and nothing else`() throws {
    var paced = 0
    for route in API.router.routes {
      let operation = try #require(contract.operation(Request(route.method, route.pattern)))
      let isPaced = route.description.pace(of: route.method) != nil
      #expect((operation["responses"]?["429"] != nil) == isPaced, "\(route.name)")
      #expect(isPaced == (route.method != .get || route.name == "search"), "\(route.name)")
      if isPaced { paced += 1 }
    }
    #expect(paced > 60)
  }

  @Test func `no number is any number, and what is counted is bounded`() {
    var settings = PaceSettings()
    settings.writesPerMinute = 0
    let pacing = Pacing(settings, limit: 100)
    for _ in 0..<10_000 { #expect(pacing.wait(.writing, .person("a"), at: 0) == nil) }
    #expect(pacing.count == 0)
    for number in 0..<5000 {
      _ = pacing.wait(.searching, .stranger(address: "\(number)"), at: Int64(number))
    }
    #expect(pacing.count <= 100)
  }

  @Test func `people at work and programs that bring many batches are not hurried`() {
    let pacing = Pacing()
    // Ten a second, for an hour; and two thousand at once.
    for number in 0..<36_000 {
      #expect(pacing.wait(.writing, .person("a"), at: Int64(number) * 100) == nil)
    }
    for _ in 0..<2000 { #expect(pacing.wait(.writing, .person("b"), at: 0) == nil) }
    for number in 0..<1000 {
      #expect(pacing.wait(.searching, .person("a"), at: Int64(number) * 300) == nil)
    }
  }
}
