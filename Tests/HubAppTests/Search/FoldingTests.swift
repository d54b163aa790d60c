import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

@Suite struct FoldingTests {
  private func folded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars { Folding.append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("Hébergement", "hebergement"), ("ŒUVRE", "œuvre"), ("Noël", "noel"),
    ("e\u{301}te\u{301}", "ete"), ("Nguyễn", "nguyen"), ("Łódź", "łodz"), ("ǖ", "u"), ("Ǽ", "ǽ"),
    ("ſ", "s"), ("R-24", "r-24"), ("", ""),
  ])
  func `a word is written small and without accents`(typed: String, expected: String) {
    #expect(folded(typed) == expected)
  }

  /// A copy of the file may be searched by other means: what is folded here is what SQLite's own
  /// Another's work by the same tables of Unicode.
  @Test func `every Latin letter is written as SQLite writes it`() throws {
    let letters = (UInt32(0x30)..<0x1F00).compactMap(Unicode.Scalar.init).filter {
      let isLatin = $0.value < 0x80 || (0xC0..<0x250).contains($0.value) || $0.value >= 0x1E00
      let category = $0.properties.generalCategory
      return isLatin && ($0.properties.isAlphabetic || category == .decimalNumber)
    }
    #expect(letters.count > 700)
    let connection = try Connection(path: ":memory:")
    try connection.script(
      """
      CREATE VIRTUAL TABLE plain USING fts5 (word, tokenize = "unicode61 remove_diacritics 2");
      CREATE VIRTUAL TABLE terms USING fts5vocab (plain, instance);
      """)
    for letter in letters {
      let id = Int64(letter.value)
      try connection.execute("INSERT INTO plain (rowid, word) VALUES (\(id), \("a\(letter)z"))")
    }
    let terms = try connection.query("SELECT doc, term FROM terms") {
      ($0.int64(0), $0.string(1))
    }
    #expect(terms.count == letters.count)
    let written = Dictionary(terms) { $1 }
    let differing = letters.filter { written[Int64($0.value)] != folded("a\($0)z") }
    #expect(differing.isEmpty, "\(differing.map { String($0.value, radix: 16) })")
  }

  @Test(arguments: [
    ("Le toit, l’hiver: 12.5 m²", ["le", "toit", "l", "hiver", "12", "5", "m²"]),
    ("–…", []), ("e\u{301}te\u{301}\u{301}-là", ["ete", "la"]), ("\u{301}a", ["a"]),
    ("Ω𝔘Ж 東京，а", ["ω𝔘ж", "東京", "а"]),
  ])
  func `a text is cut into words`(text: String, words: [String]) {
    var found: [String] = []
    TextWords.forEach(in: text) { range, word in
      found.append(String(decoding: word, as: UTF8.self))
      let bytes = Array(text.utf8)[range]
      #expect(folded(String(decoding: bytes, as: UTF8.self)) == found.last)
    }
    #expect(found == words)
  }

  @Test func `words that are alike for more than two hundred letters are taken for one`() throws {
    let long = String(repeating: "a", count: 250)
    let one = try #require(SearchWords("x \(long)b"))
    #expect(one.beginning == SearchWords("x \(long)c")?.beginning)
    let short = String(long.prefix(150))
    #expect(SearchWords("\(short)b")?.beginning != SearchWords("\(short)c")?.beginning)
  }
}
