import HubModel

/// What the index holds of a record: each of its words once for every key of its audience, as one
/// token of both.
///
/// The key comes first, so that all that somebody may find by one of their keys stands together in
/// the index, and a look for it passes nothing else.
enum SearchTokens {
  /// Stands between key and word, and in neither.
  private static let between = UInt8(ascii: ":")

  static func token(_ key: some StringProtocol, _ word: String) -> String { "\(key):\(word)" }

  /// The keys of an audience, as they are kept. For nobody but who sees all there is one without a
  /// name.
  static func keys(_ kept: String) -> [Substring] {
    kept.split(separator: " ", omittingEmptySubsequences: false)
  }

  /// All of them, with a blank after each.
  static func all(of texts: LocalizedText, keys kept: String) -> String {
    let words = words(of: texts)
    let keys = keys(kept)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(keys.count * words.reduce(0) { $0 + $1.count + 6 })
    for key in keys {
      for word in words {
        bytes += key.utf8
        bytes.append(between)
        bytes += word
        bytes.append(UInt8(ascii: " "))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of both languages, each once.
  private static func words(of texts: LocalizedText) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var known: Set<[UInt8]> = []
    for text in [texts.en, texts.fr] {
      TextWords.forEach(in: text) { _, word in
        if known.insert(word).inserted { words.append(word) }
      }
    }
    return words
  }
}
