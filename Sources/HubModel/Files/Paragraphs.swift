/// The pieces of a text in two languages, put together once all are there: adding each to what
/// there is would copy that every time.
struct Paragraphs {
  private var pieces: [Language: [String]] = [:]

  mutating func add(_ piece: String, in language: Language) {
    if !piece.isEmpty { pieces[language, default: []].append(piece) }
  }

  /// The pieces of each language with an empty line between them.
  var joined: LocalizedText {
    LocalizedText(
      en: pieces[.en, default: []].joined(separator: "\n\n"),
      fr: pieces[.fr, default: []].joined(separator: "\n\n"))
  }
}
