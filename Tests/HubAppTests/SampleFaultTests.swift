import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

/// The sample is taken whole or not at all, and a step that cannot be taken is named.
@Suite struct SampleFaultTests {
  static let network: JSON = [
    "at": "2018-03-05T17:00:00Z", "as": "@admin", "create": "networks", "name": "bc",
    "record": [
      "name": ["en": "Network", "fr": "Réseau"],
      "jurisdiction": ["en": "Exampleland", "fr": "Exemplie"],
    ],
  ]

  static let steps: [(step: JSON, fault: Fault)] = [
    (
      ["as": "@admin", "create": "bodies"],
      Fault("required", at: "/at", ["field": "at"])
    ),
    (["at": "2018-03-06T17:00:00Z", "as": "@admin", "create": "choirs"], Fault("unknownStep")),
    (["at": "2018-03-06T17:00:00Z", "as": "@admin", "move": "qc"], Fault("unknownStep")),
  ]

  @Test(arguments: steps)
  func `a step that cannot be taken is named, and nothing is kept`(step: JSON, fault: Fault) throws
  {
    let test = try TestHub()
    let before = try test.dump()
    let error = #expect(throws: SampleFault.self) {
      try Sample.load([("a.json", [Self.network]), ("b.json", [step])], into: test.hub)
    }
    #expect(error?.step == "b.json#1")
    #expect(error?.refusal == .malformed([fault]))
    for language in Language.allCases {
      let sentence = Words(language).sentence(fault)
      #expect(Sentence.isWhole(sentence), "\(sentence)")
    }
    #expect(try test.dump() == before)
  }
}
