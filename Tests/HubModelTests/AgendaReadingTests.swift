import HubModel
import Testing

@Suite("Agenda files as people write them")
struct AgendaReadingTests {
  static let today = Day(number: 18_000)

  static func read(_ text: String) -> AgendaDocument {
    AgendaDocument.parse(Array(text.utf8), today: today).document
  }

  @Test(
    "Keywords are read in both languages, however they are typed",
    arguments: [
      "- Purpose: decision", "* purpose: DECISION", "- But : décision", "- but\u{A0}: decision",
      "- **Purpose:** decision", "- **But** : décision", "+ PURPOSE:   decision  ",
      "  - Purpose: decision", "- Objet\u{202F}: de\u{301}cision", "\n- Purpose: decision",
    ])
  func keywords(line: String) {
    #expect(Self.read("# T\n## A\n\(line)\n").items.first?.purpose == .decision)
  }

  @Test("Windows line ends, a byte order mark and missing blank lines do not matter")
  func tolerance() {
    let plain = Self.read("# A / B\n\n- Mode: hybrid\n\n## 1. C / D\n\n- Time: 5 min\n\nText\n")
    let other = Self.read("\u{FEFF}# A / B\r\n- Mode: hybrid\r\n## C / D\r\n- Time: 5 min\r\nText")
    #expect(other == plain)
    #expect(plain.items.first?.text == LocalizedText(en: "Text"))
  }

  @Test(
    "Dates are read as people write them",
    arguments: [
      "2019-06-18, 9:00 to 12:30", "2019-06-18 09:00–12:30", "18 June 2019, 9 am to 12:30 pm",
      "18 juin 2019, 9 h à 12 h 30", "June 18, 2019, from 9:00 a.m. to 12:30 p.m.",
      "le mardi 18 juin 2019, de 9\u{A0}h à 12\u{A0}h\u{A0}30", "18 June, 9-12:30 pm",
      "Tuesday 18 June 2019 9:00-12:30", "mar. 18 juin, 9h-12h30", "2019-06-18, 9 to 12:30",
    ])
  func dates(text: String) {
    for zone in ["", ", America/Vancouver", " (America/Vancouver)", " America/Vancouver"] {
      let agenda = Self.read("# T\n- Date: \(text)\(zone)\n")
      #expect(agenda.starts == LocalTime(Day("2019-06-18")!, minute: 540))
      #expect(agenda.ends == LocalTime(Day("2019-06-18")!, minute: 750))
      #expect(agenda.zone == (zone.isEmpty ? nil : "America/Vancouver"))
    }
  }

  @Test("A forum of two days ends on another day")
  func twoDays() {
    let agenda = Self.read("# T\n- Date: 2019-06-18 9:00 to 2019-06-19 16:00\n")
    #expect(agenda.ends == LocalTime(Day("2019-06-19")!, minute: 960))
    #expect(agenda.minutesAvailable == 1440 + 420)
  }

  @Test(
    "Durations are read as people write them",
    arguments: [
      ("10 min", 10), ("10", 10), ("1 h 30", 90), ("1h30", 90), ("1 hour", 60), ("90 minutes", 90),
      ("2 heures", 120), ("1 h 30 min", 90), ("1 hour and 15 minutes", 75), ("1 h 05", 65),
    ])
  func durations(text: String, minutes: Int) {
    #expect(Self.read("# T\n## A\n- Time: \(text)\n").items.first?.duration == minutes)
  }

  @Test("A text without a language belongs to the language of most keywords")
  func language() {
    let french = Self.read("# Été\n- Lieu : Ici\n- Body: B-1\n## Mot\n- Durée : 5 min\nTexte\n")
    #expect(french.title == LocalizedText(fr: "Été"))
    #expect(french.items.first?.text == LocalizedText(fr: "Texte"))
    #expect(french.place == LocalizedText(fr: "Ici"))
    #expect(Self.read("# Summer\n- Place: Here\n").title == LocalizedText(en: "Summer"))
  }

  @Test("An item can be called Introduction")
  func introduction() {
    let agenda = Self.read("# T\n## Introduction\n- Purpose: information\n## 2. Objectives\nx\n")
    #expect(agenda.items.map(\.title.en) == ["Introduction", "Objectives"])
    #expect(agenda.introduction.isEmpty)
  }

  @Test("A value may be wrapped over indented lines")
  func wrapped() {
    let agenda = Self.read("# T\n- Place: Here\n  and there / Ici\n  et là\n- Mode: hybrid\n")
    #expect(agenda.place == LocalizedText(en: "Here and there", fr: "Ici et là"))
    #expect(agenda.mode == .hybrid)
  }

  @Test("A slash that belongs to the text is written with a backslash")
  func slash() {
    #expect(Self.read("# and \\/ or / et/ou\n").title == LocalizedText(en: "and / or", fr: "et/ou"))
    #expect(Self.read("# / Été\n").title == LocalizedText(fr: "Été"))
  }
}
