import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Questions that would hold a thread for long.
@Suite struct ReadingBudgetTests {
  /// Lists of five hundred records.
  private static let many: Query = ["limit": "500", "sort": "-title"]

  private static func hub() throws -> TestHub {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let operations = (0..<499).map { number -> JSON in
      let title: JSON = ["en": .string("word \(number)")]
      return ["method": "POST", "path": "/action-items", "body": ["body": "B-1", "title": title]]
    }
    let made = test.send(.post, "/batch", ["operations": .array(operations)], as: "facilitator")
    try #require(made.status == 200)
    return test
  }

  @Test
  func `a question that is too much work is refused in words, and the next one answered`() throws {
    var test = try Self.hub()
    let hub = test.hub
    test.hub.stepsOfReading = 0
    let refused = test.send(.get, "/action-items", as: "facilitator", query: Self.many)
    #expect(refused.status == 503)
    #expect(refused.headers["Retry-After"] != nil)
    #expect(try refused.json["code"] == "tooMuchWork")
    #expect(try refused.json["detail"]?.string?.isEmpty == false)
    test.hub = hub
    #expect(test.send(.get, "/action-items", as: "facilitator").status == 200)
  }

  @Test func `one that takes too long is refused likewise`() throws {
    var test = try Self.hub()
    test.hub.timeOfReading = 0
    let refused = test.send(.get, "/action-items", as: "facilitator", query: Self.many)
    #expect(try refused.json["code"] == "tooMuchWork")
  }

  @Test func `a question that nobody waits for any more ends, and a change is made`() throws {
    let test = try Self.hub()
    var question = Request(.get, "\(API.root)/action-items", query: Self.many, id: "test")
    question.principal = "facilitator"
    #expect(test.api.respond(to: question).status == 200)
    question.isAwaited = { false }
    let ended = test.api.respond(to: question)
    #expect(ended.status == 503)
    #expect(ended.headers["Retry-After"] == "5")
    #expect(try ended.json["code"] == "stopping")
    var change = Request(
      .post, "\(API.root)/action-items", headers: ["Content-Type": "application/json"],
      body: Array(#"{"body": "B-1", "title": {"en": "Landed"}}"#.utf8), id: "test")
    change.principal = "facilitator"
    change.isAwaited = { false }
    #expect(test.api.respond(to: change).status == 201)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a piece of a text of a hundred pages is found`() throws {
    let words = try #require(SearchWords("needle"))
    for piece in ["needle ", "a", "é̱", "a needle\n"] {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      #expect(Excerpt(of: words).text(in: text).utf8.count > 0)
    }
  }
}
