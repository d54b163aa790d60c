/// What became of a motion.
public enum Disposition: String, Choice {
  case carried, lost, tied, deferred, referred, withdrawn

  /// The text of a motion with what became of it, unless it was carried.
  func marking(_ text: LocalizedText) -> LocalizedText {
    guard self != .carried else { return text }
    var marked = text
    for language in Language.allCases where !text[language].isEmpty {
      marked[language] += " (\(MinutesWords.disposition.word(for: self, in: language)))"
    }
    return marked
  }
}
