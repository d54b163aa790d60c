import HubModel
import HubText
import HubWords

/// A document as Markdown (GitHub's) that reads well as it is. In both languages, each block comes
/// in English and then in French.
struct DocumentText {
  let document: ExportDocument
  let languages: [Language]

  init(_ document: ExportDocument, _ language: ExportLanguage) {
    self.document = document
    languages = language.languages
  }

  var isBilingual: Bool { languages.count > 1 }

  /// Writes the text block by block, each made when the one before has gone.
  func write<Gone: Error>(_ write: (String) throws(Gone) -> Void) throws(Gone) {
    var separator = ""
    func add(_ parts: [String]) throws(Gone) {
      for part in parts where !part.isEmpty {
        try write(separator + part)
        separator = "\n\n"
      }
    }
    try add(opening)
    for section in document.sections { try self.section(section, level: 2, add) }
    try add(["---"] + document.colophon.flatMap { text in each { "*\(said(text, $0))*" } })
    try write("\n")
  }

  private var opening: [String] {
    var parts = ["# " + together { said(document.title, $0) }]
    parts.append("**\(together { said(document.kind, $0) })** · \(document.reference)")
    if !document.subtitle.isEmpty { parts += each { line(document.subtitle, $0) } }
    for banner in document.banners {
      parts += each { "> **\(said(banner.title, $0)).** \(said(banner.text, $0))" }
    }
    return parts + each { facts(document.facts, $0) }
  }

  private func section<Gone: Error>(
    _ section: ExportDocument.Section, level: Int, _ add: ([String]) throws(Gone) -> Void
  ) throws(Gone) {
    let number = section.number.map { "\($0) " } ?? ""
    let badges = section.badges.map { badge in " *(\(together { said(badge.text, $0) }))*" }
    let title =
      String(repeating: "#", count: min(level, 6)) + " " + number
      + together { said(section.title, $0) } + badges.joined()
    try add([title])
    for block in section.blocks {
      if case .section(let inner) = block {
        try self.section(inner, level: level + 1, add)
      } else {
        try add(self.block(block, level: level + 1))
      }
    }
  }

  private func whole(_ section: ExportDocument.Section, level: Int) -> [String] {
    var parts: [String] = []
    self.section(section, level: level) { parts += $0 }
    return parts
  }

  private func block(_ block: ExportDocument.Block, level: Int) -> [String] {
    switch block {
    case .section(let section): whole(section, level: level)
    case .card(let card): self.card(card, level: level)
    case .prose(let text): each { prose(text, $0, below: level - 1) }
    case .line(let line): each { self.line(line, $0) }
    case .note(let text): each { "*\(said(text, $0))*" }
    case .facts(let facts): each { self.facts(facts, $0) }
    case .points(let title, let lines): each { points(title, lines, $0) }
    case .table(let table): each { self.table(table, $0) }
    case .steps(let title, let steps): each { self.steps(title, steps, $0) }
    }
  }

  private func card(_ card: ExportDocument.Card, level: Int) -> [String] {
    let badges = card.badges.map { badge in together { said(badge.text, $0) } }
    let label = together { said(card.name, $0) }
    let head = (["**\(label) \(card.reference)**"] + badges).joined(separator: " · ")
    return [head] + each { said(card.title, $0) }
      + card.blocks.flatMap { block($0, level: level + 1) }
  }

  private func facts(_ facts: [ExportDocument.Fact], _ language: Language) -> String {
    facts.map { fact in
      let colon = language == .fr ? "\u{A0}:" : ":"
      return
        "\(bullet(language)) **\(said(fact.label, language))\(colon)** \(line(fact.value, language))"
    }.joined(separator: "\n")
  }

  private func points(
    _ title: LocalizedText, _ lines: [ExportDocument.Line], _ language: Language
  ) -> String {
    let points = lines.map { "\(bullet(language)) \(line($0, language))" }
    return "**\(said(title, language))**\n\n" + points.joined(separator: "\n")
  }

  private func steps(
    _ title: LocalizedText, _ steps: [ExportDocument.Step], _ language: Language
  ) -> String {
    let colon = language == .fr ? "\u{A0}:" : ":"
    let lines = steps.map { step in
      let indent = String(repeating: "  ", count: step.depth)
      let details = step.details.isEmpty ? "" : " — \(line(step.details, language))"
      return
        "\(indent)\(bullet(language)) \(said(step.lead, language))\(colon) \(line(step.line, language))\(details)"
    }
    return "*\(said(title, language))*\n\n" + lines.joined(separator: "\n")
  }

  private func table(_ table: ExportDocument.Table, _ language: Language) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let words = Words(language)
    let rows = (table.rows + [table.total].compactMap(\.self)).map { one in
      row(
        [said(one.name, language)]
          + one.values.map { words.people($0, isApproximate: one.isApproximate) })
    }
    let rule = row(["---"] + table.columns.dropFirst().map { _ in "--:" })
    let head = row(table.columns.map { said($0, language) })
    return "*\(said(table.caption, language))*\n\n"
      + ([head, rule] + rows).joined(separator: "\n")
  }
}
