/// A keyword of a kind of file. What there is to each is its entry in a `KeyTable`.
protocol FileKey: Hashable, Sendable, RawRepresentable<String> {
  /// The words of every part of such a file, since a keyword that is known may stand in the wrong
  /// one.
  static var words: WordTable<Self> { get }
}

extension FileKey {
  /// Whether the file shows its language by the word that this language has for it.
  func tells(_ language: Language) -> Bool {
    let word = Self.words.word(for: self, in: language)
    return Self.words.find(Folding.folded(word))?.language == language
  }
}
