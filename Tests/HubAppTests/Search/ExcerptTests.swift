import Testing

@testable import HubApp

@Suite struct ExcerptTests {
  private func excerpt(of text: String, _ wanted: String) throws -> String {
    Excerpt(of: try #require(SearchWords(wanted))).text(in: text)
  }

  /// "w1 w2 … wn"
  private func words(_ range: ClosedRange<Int>) -> String {
    range.map { "w\($0)" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", "roof"), ("A short text, shown whole.", "roof"), ("– … –", "roof"),
    ("The roof\nleaks; again.", "roof leaks"),
  ])
  func `a short text is shown as it is`(text: String, wanted: String) throws {
    #expect(try excerpt(of: text, wanted) == text)
  }

  @Test func `what was found stands in the middle, and what is cut off is marked`() throws {
    let text = "\(words(1...40)) Toît, \(words(41...80))."
    #expect(try excerpt(of: text, "toit") == "…\(words(34...40)) Toît, \(words(41...48))…")
    #expect(try excerpt(of: text, "toi") == "…\(words(34...40)) Toît, \(words(41...48))…")
    #expect(try excerpt(of: text, "w2") == "\(words(1...16))…")
    #expect(try excerpt(of: text, "w80") == "…\(words(65...80)).")
    #expect(try excerpt(of: text, "nothing") == "\(words(1...16))…")
  }

  @Test func `the piece in which most of the words stand is shown`() throws {
    let text = "roof roof \(words(1...40)) roof \(words(41...43)) house \(words(44...80))"
    let found = try excerpt(of: text, "roof house")
    #expect(found == "…\(words(36...40)) roof \(words(41...43)) house \(words(44...49))…")
    // A word is not its beginning, nor a beginning a part of a word.
    #expect(try excerpt(of: "\(words(1...30)) proof roofs roof", "roof to").hasPrefix("…w"))
  }

  @Test func `no more than the beginning of a long text is looked at`() throws {
    let text = String(repeating: "ab ", count: 10_000) + "roof"
    #expect(try excerpt(of: text, "roof") == String(repeating: "ab ", count: 15) + "ab…")
    let word = String(repeating: "é", count: 30_000)
    #expect(try excerpt(of: word, "roof").unicodeScalars.count == Excerpt.most + 1)
  }
}
