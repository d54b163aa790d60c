extension AgendaParser {
  /// The title and the keywords of the meeting.
  mutating func header(_ block: SourceBlock<AgendaKey>) {
    let line = block.heading ?? 0
    document.positions.start = values.file.position(line)
    if block.heading != nil {
      document.title = values.oneLine(block.title, at: "/title", line: line)
    }
    AgendaDocument.keys.read(block, at: "", &values, \.positions, into: &document)
  }
}
