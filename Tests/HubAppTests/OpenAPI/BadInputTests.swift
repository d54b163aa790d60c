import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What nobody means to send: refused with its place, never stored and never our own fault.
@Suite struct BadInputTests {
  let caller: ContractCaller

  init() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    caller = try ContractCaller(test.api)
  }

  static let bodies: [(body: String, code: String)] = [
    (#"{"title": {"en": "a\u0000b"}}"#, "nulCharacter"),
    (#"{"title": {"en": 5}}"#, "wrongType"),
    (#"{"title": {"de": "Titel"}}"#, "unknownLanguageMember"),
    (#"{"title": "Title"}"#, "wrongType"),
    (#"{"dueOn": "9999-12-31"}"#, "outOfRange"),
    (#"{"dueOn": "2026-02-30"}"#, "unreadableDay"),
    (#"{"dueOn": 20261203}"#, "wrongType"),
    (#"{"body": "B-99999999999999999999"}"#, "badReference"),
    (#"{"body": "B-999999999999999"}"#, "unknownReference"),
    (#"{"body": "M-1"}"#, "wrongReferenceType"),
    (#"{"assignee": "@🌾"}"#, "unknownHandle"),
    (#"{"assignee": "@"}"#, "unknownHandle"),
    (#"{"a/b~c": 1}"#, "unknownField"),
    (#"{"visibility": ["public"]}"#, "wrongType"),
    (#"{"sharedWith": "P-1"}"#, "wrongType"),
  ]

  @Test(arguments: bodies)
  func `a value that cannot be kept is refused with its place`(body: String, code: String) throws {
    let answer = try caller.send(.post, "/action-items", body, as: "facilitator")
    #expect(answer.status == 422)
    let errors = try answer.json["errors"]?.array ?? []
    #expect(errors.contains { $0["code"]?.string == code }, "\(errors)")
    #expect(errors.allSatisfy { $0["pointer"]?.string?.hasPrefix("/") ?? false })
  }

  @Test func `a member is named by an escaped pointer`() throws {
    let answer = try caller.send(.post, "/action-items", #"{"a/b~c": 1}"#, as: "facilitator")
    #expect(try answer.json["errors"]?[0]?["pointer"] == "/a~1b~0c")
  }

  static let malformed = [
    "", "{", "nul", "[1,]", "{\"a\": 1, \"a\": 2}", "{\"title\": \"\u{1}\"}", #"{"x": "\ud800"}"#,
    "01", "\u{FEFF}{}", String(repeating: "[", count: 100_000), "{} {}", "NaN",
  ]

  @Test(arguments: malformed)
  func `what is not JSON is malformed`(body: String) throws {
    let answer = try caller.send(.post, "/action-items", body, as: "facilitator")
    #expect(answer.status == 400)
    #expect(try answer.json["code"] == "malformedJSON")
  }

  @Test func `numbers, amounts and moments stay within what can be counted`() throws {
    let values: [(path: String, body: String, pointer: String)] = [
      ("/bodies", #"{"quorum": 9223372036854775807}"#, "/quorum"),
      ("/bodies", #"{"quorum": -1000000001}"#, "/quorum"),
      ("/bodies", #"{"quorum": 99999999999999999999}"#, "/quorum"),
      ("/bodies", #"{"quorum": 1e3}"#, "/quorum"),
      (
        "/agreements", #"{"amount": {"amount": "99999999999999999999", "currency": "CAD"}}"#,
        "/amount"
      ),
      ("/agreements", #"{"amount": {"amount": 5, "currency": "CAD"}}"#, "/amount"),
      ("/meetings", #"{"startsAt": "0001-01-01T00:00:00+23:59"}"#, "/startsAt"),
      ("/meetings", #"{"endsAt": "9999-12-31T23:59:59-23:59"}"#, "/endsAt"),
      ("/meetings", #"{"languages": ["a,b"]}"#, "/languages/0"),
      ("/meetings", "{\"languages\": [\"\u{301}\"]}", "/languages/0"),
      ("/meetings", #"{"languages": [" "]}"#, "/languages/0"),
    ]
    for value in values {
      let answer = try caller.send(.post, value.path, value.body, as: "staff")
      #expect(answer.status == 422, "\(value.body)")
      let pointers = (try answer.json["errors"]?.array ?? []).compactMap { $0["pointer"]?.string }
      #expect(pointers.contains(value.pointer), "\(value.body) \(pointers)")
    }
  }

  @Test func `a list has an end`() throws {
    let many = Array(repeating: "\"x\"", count: 1001).joined(separator: ",")
    let answer = try caller.send(
      .post, "/recommendations", "{\"themes\": [\(many)]}", as: "staff")
    #expect(try answer.json["errors"]?[0]?["code"] == "listTooLong")
  }

  static let queries: [(String, String)] = [
    ("limit", "501"), ("limit", "-1"), ("limit", "9223372036854775808"), ("limit", "٣"),
    ("limit", ""), ("sort", "title_en"), ("sort", "--title"), ("sort", "t.number; DROP"),
    ("sort", ""), ("cursor", ""), ("cursor", "zik0zj.1.i.99999999999999999999"),
    ("cursor", String(repeating: "9", count: 5000)), ("body", "B-1\u{0}"), ("body", "' OR 1=1 --"),
    ("state", "open,,x"), ("state", ","), ("dueOnBefore", "2026-13-01"), ("mine", "yes"),
    ("overdue", "1"), ("changedSince", "2026-11-21T00:00:00"), ("provisional", "TRUE"),
  ]

  @Test(arguments: queries)
  func `a query that means nothing is malformed`(name: String, value: String) throws {
    let query = Query([Query.Pair(name: name, value: value)])
    let answer = try caller.send(.get, "/action-items", as: "facilitator", query: query)
    #expect(answer.status == 400, "\(name)=\(value)")
  }

  @Test func `a filter asks for a word that there is`() throws {
    let answer = try caller.send(.get, "/people", as: "staff", query: ["duties": "AAA"])
    #expect(answer.status == 400)
  }

  @Test func `a filter can be turned round`() throws {
    func count(_ value: String) throws -> Int {
      let query = Query([Query.Pair(name: "open", value: value)])
      let answer = try caller.send(.get, "/action-items", as: "facilitator", query: query)
      return try answer.json["items"]?.array?.count ?? 0
    }
    #expect(try count("true") == 1)
    #expect(try count("false") == 1)
  }

  @Test(arguments: [
    "\u{0}", "\"", "a\" OR b", "NEAR(a b)", "*", "²", "ﬁ", "\u{301}", "a\u{200D}b", "🌾", "col:x",
    "^a",
    String(repeating: "a", count: 100_000), String(repeating: "a ", count: 5000),
  ])
  func `a search finds or finds nothing`(words: String) throws {
    let answer = try caller.send(
      .get, "/search", as: "facilitator", query: Query([Query.Pair(name: "q", value: words)]))
    #expect([200, 400].contains(answer.status))
  }

  @Test func `another language than the two is refused where it is asked for`() throws {
    let answer = try caller.send(
      .post, "/agenda-files/check", "# A", as: "staff", query: ["lang": "de"],
      type: "text/markdown")
    #expect(answer.status == 400)
  }
}
