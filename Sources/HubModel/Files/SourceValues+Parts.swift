/// Lines of a section in one language.
struct LanguagePart {
  var language: Language
  var lines: Range<Int>
  /// Whether a heading said so.
  var isLabelled: Bool
}

extension SourceValues {
  /// Splits the lines of a section at `### English` and `### Français`.
  ///
  /// - Parameter other: asked for each other heading of level 3; a heading that it knows begins a
  ///   part in the language of the file.
  mutating func languageParts(
    _ range: Range<Int>, at pointer: String, other: (ArraySlice<UInt8>) -> Bool = { _ in false }
  ) -> [LanguagePart] {
    var parts: [LanguagePart] = []
    var part = LanguagePart(
      language: language, lines: range.lowerBound..<range.lowerBound, isLabelled: false)
    var seen: [Language: Bool] = [:]
    func close(_ part: LanguagePart, _ end: Int) -> LanguagePart? {
      let lines = part.lines.lowerBound..<end
      return lines.isEmpty
        ? nil
        : LanguagePart(
          language: part.language, lines: lines, isLabelled: part.isLabelled)
    }
    for line in range {
      guard case .heading(let level) = file.lines[line].kind else { continue }
      guard level == 3 else {
        if level == 1 { fault("secondTitle", line: line) }
        continue
      }
      let title = file.bytes[file.headingText(line)]
      if let language = FileWords.language.find(Folding.folded(title))?.value {
        if let closed = close(part, line) { parts.append(closed) }
        if seen[language] != nil {
          fault(
            "duplicateLanguageSection", at: pointer, line: line,
            ["word": String(decoding: title, as: UTF8.self)])
        }
        seen[language] = true
        part = LanguagePart(language: language, lines: line + 1..<line + 1, isLabelled: true)
      } else if other(title) {
        if let closed = close(part, line) { parts.append(closed) }
        part = LanguagePart(language: self.language, lines: line + 1..<line + 1, isLabelled: false)
      } else {
        let word = String(decoding: title, as: UTF8.self)
        unknown(
          "headingInText", ["word": word], nearest: FileWords.language.nearest(to: word),
          at: pointer, line: line)
      }
    }
    if let closed = close(part, range.upperBound) { parts.append(closed) }
    return parts
  }
}
