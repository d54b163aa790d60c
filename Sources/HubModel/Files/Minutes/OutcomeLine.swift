/// A list item that begins with the word for an outcome: `- Decision: …`, `- Mesure A-31 : …`.
enum OutcomeLine {
  struct Found {
    /// nil when the word is only close to one for an outcome, or stands in no list.
    var kind: MinutesDocument.Outcome.Kind?
    var nearest: String?
    /// Whether it is the word for an outcome, but the line is no list item of the file.
    var isUnmarked = false
    /// The reference of the outcome that is updated, as it was typed.
    var reference: String?
    var word: Range<Int>
    var value: ArraySlice<UInt8>
  }

  /// Only a list item at the start of a line is one; one under another item is text.
  static func read(_ line: ArraySlice<UInt8>) -> Found? {
    guard let first = line.first, first == 0x2D || first == 0x2A || first == 0x2B,
      let split = SourceFile.keyword(line)
    else { return unmarked(line) }
    let value = Blanks.trimmed(line[split.value...])
    let typed = line[split.word]
    if let kind = MinutesWords.outcome.find(Folding.folded(typed))?.value {
      return Found(kind: kind, word: split.word, value: value)
    }
    let last = typed.lastIndex { $0 == 0x20 || $0 == 0xA0 }.map { $0 + 1 } ?? typed.endIndex
    let reference = String(decoding: typed[last...], as: UTF8.self)
    let before = Blanks.trimmed(typed[..<last])
    if Reference(reference) != nil,
      let kind = MinutesWords.outcome.find(Folding.folded(before))?.value
    {
      return Found(kind: kind, reference: reference, word: split.word, value: value)
    }
    guard let near = near(Folding.folded(typed)) else { return nil }
    return Found(kind: nil, nearest: near, word: split.word, value: value)
  }

  /// `• Decision: …`, `Decision: …`, `1. **Décision** : …`: what other programs make of a list, and
  /// what was typed without one. It begins like an outcome, so it is never taken for text.
  private static func unmarked(_ line: ArraySlice<UInt8>) -> Found? {
    let start = line.startIndex + ListSigns.length(line)
    let rest = line[start...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0xC2 || $0 == 0xA0 }
    // Most lines of text end here.
    guard let letter = rest.first, letter == 0x2A || MinutesWords.outcomeInitials.contains(letter)
    else { return nil }
    var word = rest
    while word.first == 0x2A { word = word.dropFirst() }
    guard let colon = word.prefix(48).firstIndex(of: 0x3A) else { return nil }
    var typed = Blanks.trimmed(word[..<colon])
    while typed.last == 0x2A { typed = Blanks.trimmed(typed.dropLast()) }
    if let last = typed.lastIndex(where: { $0 == 0x20 || $0 == 0xA0 }),
      Reference(String(decoding: typed[(last + 1)...], as: UTF8.self)) != nil
    {
      typed = Blanks.trimmed(typed[..<last])
    }
    guard MinutesWords.outcome.find(Folding.folded(typed)) != nil else { return nil }
    return Found(
      isUnmarked: true, word: typed.indices, value: Blanks.trimmed(word[(colon + 1)...]))
  }

  static func isOne(_ line: ArraySlice<UInt8>) -> Bool { read(line) != nil }

  /// One slip away from the word for an outcome; its plural is not a slip.
  private static func near(_ word: [UInt8]) -> String? {
    if let meant = MinutesWords.likeOutcome.find(word)?.value {
      return MinutesWords.outcome.word(for: meant.kind, in: meant.language)
    }
    guard word.count >= 5, word.count <= 16 else { return nil }
    return words.first {
      abs($0.folded.count - word.count) < 2 && $0.folded + [0x73] != word
        && Nearest.distance(word, $0.folded) == 1
    }?.word
  }

  private static let words =
    (MinutesWords.outcome.words.en + MinutesWords.outcome.words.fr)
    .map { (word: $0, folded: Folding.folded($0)) }
}
