import HubModel

/// What somebody looks for: folded words, all of which have to stand in a text.
struct SearchWords {
  /// Words, and references as the index has them.
  let whole: [String]
  /// The last word, unless it is very short: as a beginning, since it may still be being typed.
  let beginning: String?
  /// What an excerpt shows: words, those of references too.
  let shown: [String]

  /// How many words are looked for; what is typed after them is passed over.
  static let most = 12

  /// nil where nothing is looked for.
  init?(_ text: String) {
    var words: [String] = []
    var shown: [String] = []
    var endsInReference = false
    TextWords.forEachNamed(in: text) { word, reference in
      guard words.count < Self.most else { return }
      let word = String(decoding: word, as: UTF8.self)
      shown.append(word)
      if reference != nil { words.removeLast() }
      words.append(reference.map(TextWords.token) ?? word)
      endsInReference = reference != nil
    }
    guard let last = words.last else { return nil }
    let isBeginning = last.count > 2 && !endsInReference
    whole = isBeginning ? words.dropLast() : words
    beginning = isBeginning ? last : nil
    self.shown = isBeginning ? shown.dropLast() : shown
  }
}
