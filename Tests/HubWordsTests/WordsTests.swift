import HubModel
import Testing

@testable import HubWords

@Suite("Words")
struct WordsTests {
  static let catalogue = Catalogue(files: [
    (
      "a.txt",
      """
      # A comment
      late
        en: {count|one:{count} item is|other:{count} items are} late
        fr: {count|one:{count} mesure est|other:{count} mesures sont} en retard

      hello
        en: Hello, {name}!
        fr: Bonjour, {name}!
      """
    )
  ])

  @Test(
    "choose the plural of each language",
    arguments: [
      (Language.en, "0", "0 items are late"), (.en, "1", "1 item is late"),
      (.en, "2", "2 items are late"), (.fr, "0", "0 mesure est en retard"),
      (.fr, "1", "1 mesure est en retard"), (.fr, "2", "2 mesures sont en retard"),
      (.en, "1,001", "1,001 items are late"),
    ])
  func plurals(language: Language, count: String, sentence: String) {
    let words = Words(language, catalogue: Self.catalogue)
    #expect(words("late", ["count": count]) == sentence)
  }

  @Test("fill in arguments, and leave a visible gap where one is missing")
  func arguments() {
    let words = Words(.fr, catalogue: Self.catalogue)
    #expect(words("hello", ["name": "{Ana}"]) == "Bonjour, {Ana}!")
    #expect(words("hello") == "Bonjour, {name}!")
  }

  @Test("answer an unknown key with itself")
  func unknownKey() {
    let words = Words(.en, catalogue: Self.catalogue)
    #expect(words("no.such.key") == "no.such.key")
    #expect(!words.has("no.such.key"))
    #expect(words.first(of: "no", "hello", "late", arguments: ["name": "Ana"]) == "Hello, Ana!")
  }

  @Test("write numbers and money as each language does")
  func numbers() {
    let (en, fr) = (Words(.en), Words(.fr))
    #expect(en.number(1_234_567) == "1,234,567")
    #expect(fr.number(-12_500) == "-12\u{A0}500")
    #expect(en.number(999) == "999")
    #expect(en.money(Money(cents: 12_500_000)) == "$125,000")
    #expect(fr.money(Money(cents: 12_500_005)) == "125\u{A0}000,05\u{A0}$")
    #expect(en.money(Money(cents: -150, currency: "USD")) == "-1.50\u{A0}USD")
    #expect(en.share(12, of: 30) == "12 of 30 (40%)")
    #expect(fr.share(0, of: 0) == "0 sur 0")
  }

  @Test(
    "say how far away a due date is",
    arguments: [
      (0, "today", "aujourd’hui"), (1, "tomorrow", "demain"), (3, "in 3 days", "dans 3\u{A0}jours"),
      (-1, "1 day overdue", "en retard de 1\u{A0}jour"),
      (-14, "2 weeks overdue", "en retard de 2\u{A0}semaines"),
      (95, "in 3 months", "dans 3\u{A0}mois"),
    ])
  func dueDates(days: Int, english: String, french: String) {
    let today = Day(number: 20_000)
    #expect(Words(.en).due(today.adding(days: days), on: today) == english)
    #expect(Words(.fr).due(today.adding(days: days), on: today) == french)
  }

  @Test("find the particular word before the general one")
  func fallback() {
    let words = Words(.fr)
    #expect(words.field("dueOn", of: .recommendation) == "Réponses attendues le")
    #expect(words.field("dueOn", of: .actionItem) == "Échéance")
    #expect(words.choice("union", field: "onBehalfOf", of: .membership) == "Syndicat")
  }

  @Test("are told apart among thousands of keys")
  func many() {
    let keys = (0..<2000).map { "some.long.key.of.family.\($0)" }
    let text = keys.enumerated().map { "\($1)\n  en: One \($0)\n  fr: Un \($0)" }
    let catalogue = Catalogue(files: [("a.txt", text.joined(separator: "\n"))])
    #expect(catalogue.keys == keys.sorted())
    for (number, key) in keys.enumerated() {
      #expect(catalogue.text(key, in: .en) == "One \(number)")
      #expect(catalogue.text(key, in: .fr) == "Un \(number)")
    }
  }
}
