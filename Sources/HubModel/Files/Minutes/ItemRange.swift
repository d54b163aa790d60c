/// Several items of an agenda, as people name them: `3, 4 and 6`, `3 to 7`, « 3, 4 et 6 », `I-12`.
enum ItemRange {
  /// More than any consent agenda has.
  private static let most = 100

  /// nil when any part cannot be read. Plain numbers of a range are told one by one.
  static func read(_ bytes: ArraySlice<UInt8>) -> [String]? {
    var items: [String] = []
    for part in Escapes.parts(bytes, 0x2C) {
      let words = String(decoding: part, as: UTF8.self).split { $0 == " " || $0 == "\u{A0}" }
      for group in words.split(whereSeparator: { ["and", "et", "&"].contains($0.lowercased()) }) {
        guard let named = named(Array(group)) else { return nil }
        items += named
      }
    }
    let isRepeated = Set(items).count < items.count
    return items.isEmpty || isRepeated || items.count > most ? nil : items
  }

  private static func named(_ words: [Substring]) -> [String]? {
    if words.count == 3, ["to", "à", "a"].contains(words[1].lowercased()) {
      return range(words[0], words[2])
    }
    guard words.count == 1, let word = words.first else { return nil }
    let ends = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    if ends.count == 2, let range = range(ends[0], ends[1]) { return range }
    return word.contains { $0.isNumber || $0.isLetter } ? [String(word)] : nil
  }

  private static func range(_ first: Substring, _ last: Substring) -> [String]? {
    guard let first = Int(first), let last = Int(last), first > 0, first < last,
      last - first < most
    else { return nil }
    return (first...last).map(String.init)
  }
}
