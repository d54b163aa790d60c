extension MinutesDocument {
  /// The file, with the keywords of a language and with days as `2019-07-01`. Reading it gives
  /// the same document back.
  public func written(in language: Language) -> String {
    var file = SourceWriter(language, tells: tells(language))
    file.heading(1, heading(bare: file.bare))
    file.blankLine()
    Self.keys.write(self, to: &file)
    for item in items { item.write(to: &file) }
    return file.string
  }

  private func heading(bare: Language?) -> String {
    if title.isEmpty {
      return "\(MinutesTitle.word(.en)) / \(MinutesTitle.word(.fr))"
    }
    var text = title
    for language in Language.allCases where !title[language].isEmpty {
      text[language] =
        MinutesTitle.word(language) + SourceWriter.colon(language) + " " + title[language]
    }
    return OneLine.write(text, bare: bare)
  }

  private func tells(_ language: Language) -> Bool {
    Self.keys.tells(language, of: self)
      || items.contains { Item.keys.tells(language, of: $0) }
  }
}
