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

  private static func words(_ text: some StringProtocol) -> [ArraySlice<UInt8>] {
    Folding.folded(text).split { $0 == UInt8(ascii: " ") }
  }
}
