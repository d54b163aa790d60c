extension AgendaDocument {
  /// Reads an agenda file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark, with any ends of lines.
  ///   - today: the day from which a date without a year counts.
  /// - Returns: what could be read, and every fault at once in the order of the file. What a
  ///   draft may still lack is told by `publicationFaults`.
  public static func parse(
    _ bytes: [UInt8], today: Day
  ) -> (document: AgendaDocument, faults: [Fault]) {
    var parser = AgendaParser(SourceFile(bytes), today: today)
    parser.run()
    return (parser.document, parser.values.file.sortedFaults)
  }
}

/// One reading of an agenda file.
struct AgendaParser {
  var values: SourceValues
  var document = AgendaDocument()
  /// The labels that items have so far.
  var labels: Set<String> = []
  /// How many items so far take a number.
  var numbers = ItemLabel.Numbers()

  init(_ file: SourceFile, today: Day) {
    values = SourceValues(file, from: today)
  }

  mutating func run() {
    let (preamble, blocks) = values.file.blocks(AgendaKey.words)
    values.language = SourceValues.language(of: preamble.entries, blocks.map(\.entries))
    guard !values.file.isUnreadable else { return }
    header(preamble)
    document.positions.language = values.language
    for block in blocks { read(block) }
    requireMeeting()
  }

  /// An introduction, the objectives or an item.
  private mutating func read(_ block: SourceBlock<AgendaKey>) {
    let title = values.file.bytes[block.title]
    let section = title.first.map { $0 >= 0x41 } ?? false ? Self.section(title) : nil
    if let section, !block.entries.contains(where: { $0.key?.isOfItem ?? false }) {
      values.reportUnknown(block.entries, AgendaKey.words, misplaced: { _ in true })
      let text = values.text(block.text, at: "/\(section.rawValue)")
      let path: WritableKeyPath<AgendaDocument, LocalizedText> =
        section == .introduction ? \.introduction : \.objectives
      if document[keyPath: path].isEmpty {
        document[keyPath: path] = text
        document.sections[section] = values.file.position(block.heading ?? 0)
      } else {
        values.fault(
          "duplicateSection", line: block.heading ?? 0, ["word": values.string(block.title)])
      }
    } else {
      item(block)
    }
  }

  private static let sections = WordTable<AgendaSection>([
    (.introduction, ["Introduction"], ["Introduction"]),
    (.objectives, ["Objectives", "Objective"], ["Objectifs", "Objectif"]),
  ])

  /// `Objectives`, `Objectifs` or `Objectives / Objectifs`.
  private static func section(_ title: ArraySlice<UInt8>) -> AgendaSection? {
    let first = title.firstIndex(of: 0x2F).map { title[..<$0] } ?? title
    return sections.find(Folding.folded(Blanks.trimmed(first)))?.value
  }

  /// What a new meeting cannot do without. A file that names its meeting changes the rest only.
  private mutating func requireMeeting() {
    if document.title.isEmpty {
      values.fault("missingTitle", at: "/title", line: 0)
    }
    guard document.meeting == nil else { return }
    let line = (document.position?.line ?? 1) - 1
    if document.body == nil { values.fault("missingBody", at: "/body", line: line) }
    if document.positions[.date] == nil { values.fault("missingDate", at: "/startsAt", line: line) }
  }
}
