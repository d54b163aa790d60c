import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// A network that works in one language does not meet the other.
@Suite struct OneLanguageTests {
  private static func story(_ languages: [String]) throws -> TestHub {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let answer = test.send(
      .patch, "/networks/N-1", ["languages": .array(languages.map { .string($0) })], as: "admin")
    #expect(answer.status == 200)
    return test
  }

  @Test(arguments: [
    (["fr"], "Suivi des mesures", "Follow-up"), (["en"], "Follow-up", "Suivi des mesures"),
  ])
  func `a proposed agenda is in the languages of the network`(
    _ languages: [String], _ own: String, _ other: String
  ) throws {
    let answer = try Self.story(languages).send(
      .get, "/bodies/B-1/agenda-proposal", as: "facilitator",
      query: ["lang": languages[0], "date": "2019-06-18"])
    let file = try answer.text
    #expect(file.contains(own), "\(file)")
    #expect(!file.contains(other), "\(file)")
    #expect(file.split(separator: "\n").first?.contains(" / ") == false)
  }

  @Test func `what the hub says in a history is in the languages of the network`() throws {
    for (languages, said) in [
      (["fr"], "Procès-verbal ouvert"), (["en"], "Minutes were opened"),
      (["en", "fr"], "Minutes were opened / Procès-verbal ouvert"),
    ] {
      let text = try Self.story(languages).hub.write(as: .founder) { writing in
        try writing.said("minutes.opened", in: ID(1))
      }
      #expect(text == said)
    }
  }
}
