extension AgendaDocument {
  /// The file, with the keywords of a language. Reading it gives the same document back.
  public func written(in language: Language) -> String {
    var file = SourceWriter(language, tells: tells(language))
    file.heading(1, OneLine.write(title, bare: file.bare))
    file.blankLine()
    Self.keys.write(self, to: &file)
    section("Introduction", introduction, &file)
    section("Objectives / Objectifs", objectives, &file)
    for (item, label) in zip(items, labels) {
      file.blankLine()
      let title = OneLine.write(item.title, bare: file.bare)
      let number = item.label.flatMap(ItemLabel.heading) ?? label + "."
      file.heading(2, title.isEmpty ? number : "\(number) \(title)")
      file.blankLine()
      // The heading tells the label.
      Item.keys.write(item, to: &file, except: [.label])
      file.text(item.text) { _ in false }
    }
    return file.string
  }

  /// How each item is called, in their order.
  public var labels: [String] { ItemLabel.labels(items.map(\.label)) }

  private func section(_ title: String, _ text: LocalizedText, _ file: inout SourceWriter) {
    guard !text.isEmpty else { return }
    file.blankLine()
    file.heading(2, title)
    file.text(text) { _ in false }
  }

  /// Whether a keyword that only this language has will be written, so that the file's language
  /// is known when it is read.
  private func tells(_ language: Language) -> Bool {
    Self.keys.tells(language, of: self)
      || items.contains { Item.keys.tells(language, of: $0) }
  }
}
