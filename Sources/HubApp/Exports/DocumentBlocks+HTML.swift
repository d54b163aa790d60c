import HubModel
import HubText

/// The blocks of a document. What holds text is written once for each language, side by side.
extension DocumentPage {
  /// Writes a part of the document, and the parts in it, block by block.
  func section<Gone: Error>(
    _ section: ExportDocument.Section, level: Int, _ write: (HTML) throws(Gone) -> Void
  ) throws(Gone) {
    try write(
      """
      <section id="\(section.anchor)" class="level-\(level)">
      \(heading(level, section.number) { said(section.title, $0) + badges(section.badges, $0) })

      """)
    for block in section.blocks {
      if case .section(let inner) = block {
        try self.section(inner, level: level + 1, write)
      } else {
        try write(self.block(block, level: level + 1))
      }
    }
    try write("</section>\n")
  }

  private func whole(_ section: ExportDocument.Section, level: Int) -> HTML {
    var html = HTML()
    self.section(section, level: level) { html += $0 }
    return html
  }

  func block(_ block: ExportDocument.Block, level: Int) -> HTML {
    switch block {
    case .section(let section): whole(section, level: level)
    case .card(let card): self.card(card, level: level)
    case .prose(let text): pair { prose(text, $0, below: level - 1) } + "\n"
    case .line(let line): pair { "<p>\(self.line(line, $0))</p>" } + "\n"
    case .note(let text): pair { "<p class=\"nothing\">\(said(text, $0))</p>" } + "\n"
    case .facts(let facts): self.facts(facts, class: "facts")
    case .points(let title, let lines): pair { points(title, lines, $0) } + "\n"
    case .table(let table): pair { self.table(table, $0) } + "\n"
    case .steps(let title, let steps): pair { self.steps(title, steps, $0) } + "\n"
    }
  }

  private func card(_ card: ExportDocument.Card, level: Int) -> HTML {
    """
    <article id="\(card.reference)" class="card \(card.kind.rawValue)">
    \(heading(min(level, 6), nil, class: "what") { language in
      """
      \(said(card.name, language)) <span class="ref">\(card.reference)</span>\
      \(badges(card.badges, language))
      """
    })
    \(pair { "<p class=\"says\">\(said(card.title, $0))</p>" })
    \(card.blocks.map { block($0, level: level + 1) })</article>

    """
  }

  /// One heading, whatever the number of languages, so that an outline names each part once.
  func heading(
    _ level: Int, _ number: String?, class name: String? = nil, _ text: (Language) -> HTML
  ) -> HTML {
    let tag = HTML(raw: "h\(min(level, 6))")
    let prefix = number.map { "<span class=\"number\">\($0)</span> " as HTML }
    let names = [name, isBilingual ? "pair" : nil].compactMap(\.self).joined(separator: " ")
    let attribute: HTML = names.isEmpty ? "" : " class=\"\(names)\""
    guard isBilingual else {
      return "<\(tag)\(attribute)>\(prefix)\(text(languages[0]))</\(tag)>"
    }
    let sides: [HTML] = languages.map {
      "<span lang=\"\($0.rawValue)\">\(prefix)\(text($0))</span>"
    }
    return "<\(tag)\(attribute)>\(sides)</\(tag)>"
  }

  /// The same block in each language: alone, or in two columns.
  func pair(_ side: (Language) -> HTML) -> HTML {
    guard isBilingual else { return side(languages[0]) }
    let sides: [HTML] = languages.map { "<div lang=\"\($0.rawValue)\">\(side($0))</div>" }
    return "<div class=\"pair\">\(sides)</div>"
  }

  func badges(_ badges: [ExportDocument.Badge], _ language: Language) -> HTML {
    badges.map {
      " <span class=\"badge \($0.tone.rawValue)\">\(said($0.text, language))</span>" as HTML
    }.joined()
  }

  func facts(_ facts: [ExportDocument.Fact], class name: String) -> HTML {
    func list(_ facts: [ExportDocument.Fact], _ language: Language) -> HTML {
      let rows: [HTML] = facts.map { fact in
        "<div><dt>\(said(fact.label, language))</dt><dd>\(line(fact.value, language))</dd></div>\n"
      }
      return "<dl>\n\(rows)</dl>"
    }
    // Side by side, each fact stands at the height of its translation.
    let groups = isBilingual ? facts.map { [$0] } : [facts]
    let lists: [HTML] = groups.map { group in pair { list(group, $0) } + "\n" }
    return "<div class=\"\(name)\">\(lists)</div>\n"
  }

  private func points(
    _ title: LocalizedText, _ lines: [ExportDocument.Line], _ language: Language
  ) -> HTML {
    let points: [HTML] = lines.map { "<li>\(line($0, language))</li>\n" }
    return """
      <p class="list-title">\(said(title, language))</p>
      <ul class="points">
      \(points)</ul>
      """
  }

  private func steps(
    _ title: LocalizedText, _ steps: [ExportDocument.Step], _ language: Language
  ) -> HTML {
    """
    <div class="fate"><p class="list-title">\(said(title, language))</p>
    \(nested(steps[...], language))</div>
    """
  }

  /// Each step with those that follow from it inside.
  private func nested(
    _ steps: ArraySlice<ExportDocument.Step>, _ language: Language
  ) -> HTML {
    guard let depth = steps.map(\.depth).min() else { return HTML() }
    var items = HTML()
    var rest = steps
    while let step = rest.popFirst() {
      let deeper = rest.prefix { $0.depth > depth }
      rest = rest.dropFirst(deeper.count)
      let details: HTML =
        step.details.isEmpty
        ? "" : "<span class=\"details\">\(line(step.details, language))</span>"
      items += """
        <li><span class="lead">\(said(step.lead, language))</span> \
        <span>\(line(step.line, language))</span>\(details)\(nested(deeper, language))</li>

        """
    }
    return "<ol class=\"steps\">\n\(items)</ol>"
  }
}
