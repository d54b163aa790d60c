/// A list item that begins with the word for an outcome: `- Decision: …`, `- Mesure A-31 : …`.
enum OutcomeLine {
  struct Found {
    /// nil when the word is only close to one for an outcome, or stands in no list.
    var kind: MinutesDocument.Outcome.Kind?
    var nearest: String?
    /// Whether it is the word for an outcome, but the line is no list item of the file.
    var isUnmarked = false
    /// Whether it begins like a motion with its movers, of which the end is not told.
    var isMotionUnread = false
    /// The reference of the outcome that is updated, as it was typed.
    var reference: String?
    var word: Range<Int>
    var value: ArraySlice<UInt8>
    /// The number of a resolution, as it is printed.
    var resolution: String?
    /// Who moved it, where that is said first.
    var lead: MotionLead?
  }

  /// Only a list item at the start of a line is one; one under another item is text.
  static func read(_ line: ArraySlice<UInt8>) -> Found? {
    guard let first = line.first, first == 0x2D || first == 0x2A || first == 0x2B else {
      return unmarked(line)
    }
    if let motion = motion(line) { return motion }
    guard let split = SourceFile.keyword(line) else { return unmarked(line) }
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
    if let number = resolution(typed) {
      return Found(kind: .decision, word: split.word, value: value, resolution: number)
    }
    guard let near = near(Folding.folded(typed)) else { return nil }
    return Found(kind: nil, nearest: near, word: split.word, value: value)
  }

  /// `- Moved by @ann, seconded by @bob: …`, « - Il est résolu de … ».
  private static func motion(_ line: ArraySlice<UInt8>) -> Found? {
    let text = line.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
    let (lead, begins) = MotionLead.read(text)
    if let lead { return Found(kind: .decision, word: lead.word, value: lead.value, lead: lead) }
    // It begins like a motion, and nobody can say who moved what.
    if begins {
      return Found(isMotionUnread: true, word: text.prefix(8).indices, value: text)
    }
    // Most lines of text end here.
    guard let letter = text.first, [0x49, 0x42, 0x52].contains(letter & 0xDF) else { return nil }
    let start = Folding.folded(text.prefix(24))
    guard let phrase = phrases.first(where: { start.starts(with: $0.folded) })?.phrase,
      SourceFile.keyword(line).map({
        MinutesWords.outcome.find(Folding.folded(line[$0.word])) == nil
      })
        ?? true
    else { return nil }
    // The sentence is the decision, as it was written.
    return Found(
      kind: .decision, word: text.prefix(phrase.utf8.count).indices, value: Blanks.trimmed(text))
  }

  /// How a sentence begins that is a decision by itself, with the blank after it.
  private static let phrases =
    (MinutesWords.resolved.en.dropFirst() + MinutesWords.resolved.fr)
    .map { (phrase: $0, folded: Folding.folded($0 + " ")) }

  /// The number in `Resolution 2015-01-A20`; a word without a figure is none.
  private static func resolution(_ typed: ArraySlice<UInt8>) -> String? {
    guard let blank = typed.firstIndex(where: { $0 == 0x20 || $0 == 0xC2 }) else { return nil }
    var number = Blanks.trimmed(typed[blank...])
    for sign in ["no.", "nº", "n°", "no", "#"]
    where Folding.folded(number).starts(with: Folding.folded(sign)) {
      number = Blanks.trimmed(number.dropFirst(sign.utf8.count))
      break
    }
    let word = Folding.folded(typed[..<blank])
    guard
      ["resolution", "motion", "decision", "proposition"].contains(where: { word == Array($0.utf8) }
      ),
      number.contains(where: { (0x30...0x39).contains($0) }), number.count <= 24,
      !number.contains(0x20)
    else { return nil }
    return String(decoding: number, as: UTF8.self)
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
    if MotionLead.read(word).begins {
      return Found(isUnmarked: true, word: word.prefix(8).indices, value: word)
    }
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

  /// Whether a line means something to the file, an outcome or the review of an action.
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    read(line) != nil || ReviewLine.read(line) != nil || ReviewLine.near(line) != nil
  }

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
