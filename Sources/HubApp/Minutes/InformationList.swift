import HubModel

/// What an item only told, kept as Markdown lists in both languages: one entry each, at the same
/// place in both, with more text indented under it.
enum InformationList {
  static func text(of outcomes: [MinutesDocument.Outcome]) -> LocalizedText {
    var text = LocalizedText()
    let told = outcomes.filter { $0.kind == .information }
    for language in Language.allCases
    where told.contains(where: { !$0.text[language].isEmpty || !$0.details[language].isEmpty }) {
      text[language] = told.map { entry($0, language) }.joined(separator: "\n")
    }
    return text
  }

  private static func entry(_ outcome: MinutesDocument.Outcome, _ language: Language) -> String {
    let line = outcome.text[language]
    let entry = line.isEmpty ? "-" : "- " + line
    let details = outcome.details[language]
    guard !details.isEmpty else { return entry }
    return entry + "\n\n"
      + details.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }

  static func outcomes(in text: LocalizedText) -> [MinutesDocument.Outcome] {
    let (en, fr) = (entries(text.en), entries(text.fr))
    return (0..<max(en.count, fr.count)).map { index in
      var outcome = MinutesDocument.Outcome(.information)
      for (language, entries) in [(Language.en, en), (.fr, fr)] where index < entries.count {
        outcome.text[language] = entries[index].line
        outcome.details[language] = entries[index].details
      }
      return outcome
    }
  }

  private static func entries(_ text: String) -> [(line: String, details: String)] {
    var entries: [(line: String, details: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "-" || line.hasPrefix("- ") {
        entries.append((String(line.dropFirst(2)), []))
      } else if !entries.isEmpty {
        entries[entries.count - 1].details.append(
          line.hasPrefix("  ") ? line.dropFirst(2) : line)
      }
    }
    return entries.map { entry in
      let first = entry.details.firstIndex { !$0.isEmpty }
      let last = entry.details.lastIndex { !$0.isEmpty }
      guard let first, let last else { return (entry.line, "") }
      return (entry.line, entry.details[first...last].joined(separator: "\n"))
    }
  }
}
