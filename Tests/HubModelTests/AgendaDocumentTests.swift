import Testing

@testable import HubModel

@Suite("Agenda files")
struct AgendaDocumentTests {
  static let today = Day(year: 2019, month: 6, day: 1)!

  static func parse(_ text: String) -> (document: AgendaDocument, faults: [Fault]) {
    AgendaDocument.parse(Array(text.utf8), today: today)
  }

  static let full = """
    # Spring plenary / Plénière du printemps

    - Meeting: M-12
    - Revision: 5
    - Body: B-1
    - Date: 2019-06-18, 9:00 to 12:30, America/Vancouver
    - Mode: hybrid
    - Place: Surrey / Surrey
    - Link: https://example.org/a
    - Visibility: network
    - Status: held
    - Illustrative: yes
    - Languages: en, fr
    - Interpretation: es, pa, tl

    ## Introduction
    ### English
    Hello.

    ### Français

    Bonjour.

    ## Objectives / Objectifs

    ### English

    - Learn: much

    ## 1. Welcome / Mot de bienvenue

    - Item: I-40
    - Purpose: information
    - Session: round table
    - Time: 10 min
    - Presenter: @facilitator
    - Papers: R-7 (decision, decides), G-3
    - Carried from: I-22
    - Visibility: in camera

    ### English

    Markdown text

    ```
    ## not a heading
    ```

    #### A sub-heading

    ### Français

    Texte…
    """

  @Test("A complete file is read without a fault")
  func complete() throws {
    let (document, faults) = Self.parse(Self.full)
    #expect(faults == [])
    #expect(document.title == LocalizedText(en: "Spring plenary", fr: "Plénière du printemps"))
    #expect(document.meeting == Reference(.meeting, 12))
    #expect(document.revision == FileRevision(version: 5))
    #expect(document.body == "B-1")
    #expect(document.starts == LocalTime(Day("2019-06-18")!, minute: 540))
    #expect(document.ends == LocalTime(Day("2019-06-18")!, minute: 750))
    #expect(document.zone == "America/Vancouver")
    #expect(document.mode == .hybrid)
    #expect(document.place == LocalizedText(en: "Surrey", fr: "Surrey"))
    #expect(document.visibility == .network)
    #expect(document.isHeld && document.isIllustrative)
    #expect(document.interpretation == ["es", "pa", "tl"])
    #expect(document.introduction == LocalizedText(en: "Hello.", fr: "Bonjour."))
    #expect(document.objectives == LocalizedText(en: "- Learn: much"))
    let item = try #require(document.items.first)
    #expect(document.items.count == 1)
    #expect(item.title == LocalizedText(en: "Welcome", fr: "Mot de bienvenue"))
    #expect(item.reference == Reference(.agendaItem, 40))
    #expect(item.purpose == .information)
    #expect(item.session == .roundTable)
    #expect(item.duration == 10)
    #expect(item.presenters == [.handle("facilitator")])
    #expect(
      item.papers == [
        .init(Reference(.recommendation, 7), role: .decision, decisive: true),
        .init(Reference(.agreement, 3)),
      ])
    #expect(item.carriedFrom == Reference(.agendaItem, 22))
    #expect(item.visibility == .inCamera)
    #expect(
      item.text.en == "Markdown text\n\n```\n## not a heading\n```\n\n#### A sub-heading")
    #expect(item.text.fr == "Texte…")
    #expect(item.position?.line == 30)
    #expect(document.position(of: .body) == Fault.Position(line: 5, column: 9))
  }

  @Test("What is written is read again as the same document", arguments: Language.allCases)
  func roundTrip(language: Language) {
    let document = Self.parse(Self.full).document
    let again = Self.parse(document.written(in: language))
    #expect(again.faults == [])
    #expect(again.document == document)
  }
}
