/// What somebody looks for: folded words, all of which have to stand in a text.
struct SearchWords {
  let whole: [String]
  /// The last word, unless it is very short: as a beginning, since it may still be being typed.
  let beginning: String?

  /// How many words are looked for; what is typed after them is passed over.
  static let most = 12

  /// nil where nothing is looked for.
  init?(_ text: String) {
    var words: [String] = []
    TextWords.forEach(in: text) { _, word in
      if words.count < Self.most { words.append(String(decoding: word, as: UTF8.self)) }
    }
    guard let last = words.last else { return nil }
    let isBeginning = last.count > 2
    whole = isBeginning ? words.dropLast() : words
    beginning = isBeginning ? last : nil
  }
}
