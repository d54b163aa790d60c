import HubModel
import HubTestKit
import Testing

@testable import HubApp

/// What is near to a text that is taken out is told, and stays.
@Suite struct NearSpellingsTests {
  static let cases: [(text: String, within: String, near: [String])] = [
    ("Côté", "mis de côté, COTÉ et Cote", ["COTÉ", "Cote", "côté"]),
    ("Côté", "M. Côté, M. Co\u{302}té", ["Co\u{302}té"]),
    ("O'Brien", "O’Brien, o‘brien and O'Brien", ["O’Brien", "o‘brien"]),
    (
      "Rosa Delgado-Peña", "rosa delgado pena; Rosa  Delgado\u{2011}Peña",
      [
        "Rosa  Delgado\u{2011}Peña", "rosa delgado pena",
      ]
    ),
    ("Rosa Delgado", "Rosa\u{A0}Delgado, Rosa\nDelgado", ["Rosa\nDelgado", "Rosa\u{A0}Delgado"]),
    ("Li", "politics, Lina, li-ann and LI", ["LI", "li"]),
    ("Maria", "Ma\u{AD}ria and Marian", ["Ma\u{AD}ria"]),
    ("604-555-0199", "604 555 0199", ["604 555 0199"]),
    ("Rosa", "Rosa and Rosalind", []),
  ]

  @Test(arguments: cases)
  func `whatever is read alike is near`(
    _ text: String, _ within: String, _ near: [String]
  ) {
    var erasure = Erasure()
    erasure.add(text, replacement: .expunged)
    let seen = NearSpellings(of: erasure)
    erasure.near = seen
    _ = erasure.applied(to: within, in: .en)
    // Compared by code points: strings that differ in nothing else are the same.
    #expect(seen.spellings.map { Array($0.text.utf8) } == near.map { Array($0.utf8) })
    #expect(seen.spellings.allSatisfy { $0.places == 1 })
  }

  @Test func `near spellings are told from every place, and go only where they are named`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    _ = try test.hub.write(as: .person("staff")) { writing in
      try writing.edit(Story.actions[1], reason: "As ROSA DELGADO-PENA asked") {
        $0.details = LocalizedText(en: "With Rosa  Delgado-Peña", fr: "Avec Rosa Delgado‑Peña")
      }
    }
    let text = Expunction.Target.text("Rosa Delgado-Peña")
    let first = try test.hub.expunge(
      Expunction(text, reason: "Asked"), as: .person("admin"), dryRun: true)
    #expect(
      first.near == [
        .init(text: "Rosa  Delgado-Peña", places: 2), .init(text: "Rosa Delgado‑Peña", places: 2),
        .init(text: "ROSA DELGADO-PENA", places: 1),
      ])
    let both = Expunction(text, also: first.near.map(\.text), reason: "Asked")
    let second = try test.hub.expunge(both, as: .person("admin"), dryRun: true)
    #expect(second.near == [])
    #expect(second.places == first.places + 5)
    #expect(second.records.map { $0.reference?.description } == ["A-1", "A-2", "P-3"])
    #expect(second.records[1].fields == 2 && second.records[1].entries == [11])
    let done = try test.hub.expunge(both, as: .person("admin"), told: second.places)
    #expect(done.records == second.records)
    let words = try test.dump().joined().lowercased()
    #expect(!words.contains("delgado"))
    #expect(try test.hub.verify().findings == [])
  }
}
