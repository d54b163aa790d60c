extension AgendaParser {
  /// An item: its heading, its keywords and its text.
  mutating func item(_ block: SourceBlock<AgendaKey>) {
    let line = block.heading ?? 0
    let number = document.items.count + 1
    let pointer = "/items/\(number - 1)"
    var item = AgendaDocument.Item()
    item.positions.start = values.file.position(line)
    let (written, title) = SourceValues.numbered(values.file.bytes[block.title])
    if let written, written != number {
      values.fault(
        "itemOutOfOrder", at: pointer, line: line,
        ["number": String(written), "expected": String(number)])
    }
    item.title = values.oneLine(title, at: pointer + "/title", line: line)
    if item.title.isEmpty {
      values.fault(
        "missingItemTitle", at: pointer + "/title", line: line, ["number": String(number)])
    }
    AgendaDocument.Item.keys.read(block, at: pointer, &values, \.positions, into: &item)
    item.text = values.text(block.text, at: pointer + "/text")
    document.items.append(item)
  }
}
