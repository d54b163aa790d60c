import HubModel

/// What the index holds of a record: its words once for every key of its audience, each as one token
/// of both.
///
/// The key comes first, so that all that somebody may find by one of their keys stands together in
/// the index, and a look for it passes nothing else.
enum SearchTokens {
  /// Stands between key and word, and in neither.
  private static let between = UInt8(ascii: ":")
  private static let blank = UInt8(ascii: " ")

  static func token(_ key: some StringProtocol, _ word: String) -> String { "\(key):\(word)" }

  /// The keys of an audience, as they are kept. For nobody but who sees all there is one without a
  /// name.
  static func keys(_ kept: String) -> [Substring] {
    kept.split(separator: " ", omittingEmptySubsequences: false)
  }

  /// All of them, with a blank after each; one that stands in the texts twice comes twice, which is
  /// the same to the index.
  static func all(of texts: LocalizedText, keys kept: String) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(texts.en.utf8.count + texts.fr.utf8.count + 2)
    var ends: [Int] = []
    for text in [texts.en, texts.fr] {
      TextWords.forEachNamed(in: text) { word, reference in
        words += word
        words.append(blank)
        ends.append(words.count)
        guard let reference else { return }
        words += TextWords.token(of: reference).utf8
        words.append(blank)
        ends.append(words.count)
      }
    }
    let beginnings = keys(kept).map { Array($0.utf8) + [between] }
    let size = beginnings.reduce(0) { $0 + words.count + $1.count * ends.count }
    return String(unsafeUninitializedCapacity: size) { bytes in
      var place = 0
      for beginning in beginnings {
        var start = 0
        for end in ends {
          for byte in beginning {
            bytes.initializeElement(at: place, to: byte)
            place += 1
          }
          for index in start..<end {
            bytes.initializeElement(at: place, to: words[index])
            place += 1
          }
          start = end
        }
      }
      return place
    }
  }
}
