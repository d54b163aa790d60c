extension AgendaDocument {
  /// The file, with the keywords of a language. Reading it gives the same document back.
  public func written(in language: Language) -> String {
    var file = SourceWriter(language, tells: tells(language))
    file.heading(1, OneLine.write(title, bare: file.bare))
    file.blankLine()
    for key in Self.headerKeys {
      let value = key == .place ? Self.line(place, bare: file.bare) : value(of: key, in: language)
      file.entry(key.word(in: language), value)
    }
    section("Introduction", introduction, &file)
    section("Objectives / Objectifs", objectives, &file)
    for (index, item) in items.enumerated() {
      file.blankLine()
      let title = OneLine.write(item.title, bare: file.bare)
      file.heading(2, title.isEmpty ? "\(index + 1)." : "\(index + 1). \(title)")
      file.blankLine()
      for key in Self.itemKeys {
        file.entry(key.word(in: language), item.value(of: key, in: language))
      }
      file.text(item.text) { _ in false }
    }
    return file.string
  }

  /// The keywords in the order in which they are written.
  static let headerKeys = AgendaKey.allCases.filter(\.isOfMeeting)
  static let itemKeys =
    AgendaKey.allCases.filter { $0.isOfItem && $0 != .visibility } + [.visibility]

  private func section(_ title: String, _ text: LocalizedText, _ file: inout SourceWriter) {
    guard !text.isEmpty else { return }
    file.blankLine()
    file.heading(2, title)
    file.text(text) { _ in false }
  }

  /// Whether a keyword that only this language has will be written, so that the file's language
  /// is known when it is read.
  private func tells(_ language: Language) -> Bool {
    func tells(_ key: AgendaKey) -> Bool {
      AgendaKey.words.find(Folding.folded(key.word(in: language)))?.language == language
    }
    return Self.headerKeys.contains { value(of: $0, in: language) != nil && tells($0) }
      || items.contains { item in
        Self.itemKeys.contains { item.value(of: $0, in: language) != nil && tells($0) }
      }
  }
}
