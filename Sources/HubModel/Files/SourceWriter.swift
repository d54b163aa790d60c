/// Writes a file of headings, keywords and texts in one language's keywords.
struct SourceWriter {
  let style: FileStyle
  var bytes: [UInt8] = []

  /// - Parameter tells: whether a keyword that only this language has will be written.
  init(_ language: Language, tells: Bool) {
    // A file without such a keyword is read as English.
    style = FileStyle(language, bare: tells ? language : .en)
  }

  var language: Language { style.language }
  var bare: Language { style.bare }

  mutating func put(_ text: String) { bytes += text.utf8 }

  mutating func blankLine() { bytes.append(0x0A) }

  /// `# Title`, `## Title`.
  mutating func heading(_ level: Int, _ title: String) {
    put(String(repeating: "#", count: level))
    if !title.isEmpty { put(" " + title) }
    bytes.append(0x0A)
  }

  /// `- Keyword: value`; nothing when there is no value.
  mutating func entry(_ word: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    put("- \(word)\(Self.colon(language)) \(value)\n")
  }

  /// Both languages of a text under their headings; nothing when there is no text.
  mutating func text(_ text: LocalizedText, _ structure: SourceText.Structure) {
    for language in Language.allCases where !text[language].isEmpty {
      put(language == .en ? "\n### English\n\n" : "\n### Français\n\n")
      SourceText.write(text[language], to: &bytes, structure)
    }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Values with commas between them; nil where there are none.
  static func list(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// The colon after a keyword; in French a non-breaking blank stands before it.
  static func colon(_ language: Language) -> String { language == .en ? ":" : "\u{A0}:" }
}
