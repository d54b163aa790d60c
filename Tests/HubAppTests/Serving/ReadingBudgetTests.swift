import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Questions that would hold a thread for long.
@Suite struct ReadingBudgetTests {
  @Test
  func `a question that is too much work is refused in words, and the next one answered`() throws {
    var test = try TestHub()
    try Story.tell(in: test.hub)
    for number in 0..<499 {
      let answer = test.send(
        .post, "/action-items",
        ["body": "B-1", "title": ["en": .string("word \(number)")]], as: "facilitator")
      #expect(answer.status == 201)
    }
    let hub = test.hub
    test.hub.stepsOfReading = 0
    let refused = test.send(
      .get, "/action-items", as: "facilitator", query: ["limit": "500", "sort": "-title"])
    #expect(refused.status == 503)
    #expect(refused.headers["Retry-After"] != nil)
    #expect(try refused.json["code"] == "tooMuchWork")
    #expect(try refused.json["detail"]?.string?.isEmpty == false)
    test.hub = hub
    #expect(test.send(.get, "/action-items", as: "facilitator").status == 200)
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
