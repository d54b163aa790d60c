/// What somebody looks for: folded words, all of which have to stand in a text.
struct SearchWords {
  let whole: [String]
  /// The last word, unless it is very short: as a beginning, since it may still be being typed.
  let beginning: String?

  /// How many words are looked for; what is typed after them is passed over.
  static let most = 12

  /// nil where nothing is looked for.
  init?(_ text: String) {
    let typed = text.split { !($0.isLetter || $0.isNumber) }.prefix(Self.most)
    guard let last = typed.last else { return nil }
    let words = typed.map(Folding.word)
    let isBeginning = last.count > 2
    whole = isBeginning ? words.dropLast() : words
    beginning = isBeginning ? words.last : nil
  }
}
