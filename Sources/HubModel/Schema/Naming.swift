/// Names as people say them: capitals, accents, and how blanks, dashes and apostrophes are typed do
/// not count.
package enum Naming {
  /// Whether two names are the same to somebody who says them.
  package static func isSame(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
    words(a) == words(b)
  }

  /// Whether a name holds every word of a text, each at least by its beginning.
  package static func holds(_ name: some StringProtocol, wordsOf text: some StringProtocol) -> Bool
  {
    let (own, wanted) = (words(name), words(text))
    return !wanted.isEmpty && wanted.allSatisfy { word in own.contains { $0.starts(with: word) } }
  }

  /// A name under which all of its spellings are found.
  package static func key(_ name: some StringProtocol) -> String {
    String(decoding: Array(words(name).joined(separator: [0x20])), as: UTF8.self)
  }

  /// The letters and digits of a name alone, under which it is found however it is put together:
  /// `startsOn`, “Starts on”.
  package static func letters(_ name: some StringProtocol) -> String {
    let letters = Folding.folded(name).filter {
      $0 >= 0x80 || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func words(_ text: some StringProtocol) -> [ArraySlice<UInt8>] {
    Folding.folded(text).split { $0 == UInt8(ascii: " ") }
  }
}
