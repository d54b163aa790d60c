import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

/// What a route says of itself agrees with its method, with its handler and with what it keeps.
@Suite struct RouteDescriptionTests {
  @Test func `what is asked for is read, and what is changed or ended is written`() {
    for route in API.router.routes where route.method != .post {
      #expect(route.description.writes == (route.method != .get), "\(route.name)")
    }
  }

  @Test func `a route answers in the forms that the document has of it`() {
    for route in API.router.routes {
      let answers = route.description.document(Words(.en)).answers.filter { $0.schema != nil }
      let forms = answers.flatMap { [$0.type] + $0.otherTypes.map(\.0) }
      #expect(Set(route.description.forms) == Set(forms), "\(route.name)")
    }
  }

  @Test func `a key is for what writes, and never for a secret`() {
    let taking = API.router.routes.filter { $0.method == .post && $0.description.takesKey }
    #expect(taking.allSatisfy { $0.description.writes && !$0.description.holdsSecret })
    let others = API.router.routes.filter { $0.method == .post && !$0.description.takesKey }
    #expect(
      Set(others.map(\.name)) == [
        "check agenda file", "changes of agenda file", "check minutes file", "expunge",
        "expunge contents", "sign in",
        "change password", "make token", "invite person", "use invitation",
        "end sign-ins of person",
      ])
  }

  @Test(arguments: ["/agenda-files/check", "/agenda-files/changes", "/minutes-files/check"])
  func `nothing is kept of a check under a key`(path: String) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    var request = Request(
      .post, API.root + path,
      headers: ["Content-Type": "text/markdown", "Idempotency-Key": "k"],
      body: Array("# Minutes: Housing / Procès-verbal : Logement\n".utf8), id: "test")
    request.principal = "facilitator"
    let before = try test.dump()
    let answers = (0..<2).map { _ in test.api.respond(to: request) }
    #expect(answers[0].status == answers[1].status)
    #expect(answers.allSatisfy { $0.headers["Idempotency-Replayed"] == nil })
    #expect(try test.dump() == before)
  }

  @Test func `a stranger has nothing kept under a key, nor any writer wait`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let before = try test.dump()
    for route in API.router.routes
    where route.method == .post && !route.name.hasPrefix("expunge") {
      var request = Request(
        .post, route.pattern.replacing("{ref}", with: "A-1"),
        headers: ["Content-Type": "application/json", "Idempotency-Key": "k"],
        body: Array("{}".utf8), id: "test")
      #expect(try !route.description.keepsAnswer(to: request))
      let answer = test.api.respond(to: request)
      #expect(answer.headers["Idempotency-Replayed"] == nil)
      request.headers["Idempotency-Key"] = nil
      #expect(test.api.respond(to: request).status == answer.status, "\(route.name)")
    }
    #expect(try test.dump() == before)
  }

  /// A path, the status and the code with which a batch refuses it.
  static let alone: [(String, Int, String)] = [
    ("/expunctions", 422, "expunctionAlone"), ("/agenda-files/check", 404, "unknownPath"),
    ("/tokens", 404, "unknownPath"), ("/people/P-3/sign-out", 404, "unknownPath"),
    ("/batch", 400, "badPath"),
  ]

  @Test(arguments: alone)
  func `a batch has no operation that stands alone`(
    path: String, status: Int, code: String
  ) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let before = try test.dump()
    let operations: JSON = [
      ["method": "POST", "path": "/action-items", "body": ["body": "B-1", "title": ["en": "A"]]],
      [
        "method": "POST", "path": .string(path),
        "body": ["text": "Rosa", "reason": "x", "dryRun": true],
      ],
    ]
    let answer = test.send(.post, "/batch", ["operations": operations], as: "admin")
    #expect(answer.status == status)
    let json = try answer.json
    let codes = [json["code"]?.string] + (json["errors"]?.array ?? []).map { $0["code"]?.string }
    #expect(codes.contains(code), "\(json.text)")
    #expect(try test.dump() == before)
  }

  @Test(arguments: RecordType.allCases)
  func `a filter by which the answer is another one in a minute says so`(type: RecordType) throws {
    try look(at: type.subject)
  }

  /// Within a quarter of an hour, which begins with every day: only that can be told apart.
  private func look<R: Stored>(at type: R.Type) throws {
    let test = try TestHub(now: "2019-05-01T16:00:00Z")
    try Story.tell(in: test.hub)
    func conditions(_ test: TestHub) throws -> [SQL?] {
      try test.hub.read(as: .person("facilitator")) { reading in
        try R.filters.map { try R.condition(forFilter: $0, "true", in: reading) }
      }
    }
    let (now, later) = (try conditions(test), try conditions(test.at("2019-05-01T16:14:59Z")))
    let momentary = R.filters.indices.filter { now[$0] != later[$0] }.map { R.filters[$0] }
    #expect(Set(momentary) == R.momentaryFilters)
  }
}
