import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Hébergement", "hebergement"), ("ŒUVRE", "œuvre"), ("Noël", "noel"),
    ("e\u{301}te\u{301}", "ete"), ("Nguyễn", "nguyen"), ("Łódź", "łodz"), ("ǖ", "u"), ("Ǽ", "ǽ"),
    ("ſ", "s"), ("R-24", "r-24"), ("", ""),
  ])
  func `a word is written small and without accents`(typed: String, folded: String) {
    #expect(Folding.word(typed) == folded)
  }

  /// What is looked for, and what an excerpt shows, is what the index finds.
  @Test func `the index writes every letter that the program knows in the same way`() throws {
    let hub = try TestHub().hub
    let letters = (UInt32(0x30)..<0x1F00).compactMap(Unicode.Scalar.init).filter {
      let category = $0.properties.generalCategory
      return Folding.knows($0) && ($0.properties.isAlphabetic || category == .decimalNumber)
    }
    #expect(letters.count > 700)
    let differing = try hub.write(as: .founder) { writing in
      let connection = writing.connection
      for letter in letters {
        let id = Int64(letter.value)
        try connection.execute("INSERT INTO search (rowid, en) VALUES (\(id), \("a\(letter)z"))")
      }
      let terms = try connection.query("SELECT doc, term FROM search_terms") {
        ($0.int64(0), $0.string(1))
      }
      #expect(terms.count == letters.count)
      let written = Dictionary(terms) { $1 }
      return letters.filter { written[Int64($0.value)] != Folding.word("a\($0)z") }
    }
    #expect(differing.isEmpty, "\(differing.map { String($0.value, radix: 16) })")
  }
}
