extension AgendaParser {
  /// An item: its heading, its keywords and its text.
  mutating func item(_ block: SourceBlock<AgendaKey>) {
    let line = block.heading ?? 0
    let number = document.items.count + 1
    let pointer = "/items/\(number - 1)"
    var item = AgendaDocument.Item()
    item.positions.start = values.file.position(line)
    let heading = values.file.bytes[block.title]
    var (written, title) = SourceValues.numbered(heading)
    if written == nil, let labelled = ItemLabel.read(heading) {
      (item.label, title) = (labelled.label, labelled.title)
    }
    if let written, written != numbers.upcoming {
      values.fault(
        "itemOutOfOrder", at: pointer, line: line,
        ["number": String(written), "expected": String(numbers.upcoming)])
    }
    item.title = values.oneLine(title, at: pointer + "/title", line: line)
    if item.title.isEmpty {
      values.fault(
        "missingItemTitle", at: pointer + "/title", line: line, ["number": String(number)])
    }
    AgendaDocument.Item.keys.read(block, at: pointer, &values, \.positions, into: &item)
    item.text = values.text(block.text, at: pointer + "/text")
    if let label = item.label, ItemLabel.heading(label) == nil {
      values.fault("labelForm", at: pointer + "/printedLabel", line: line, ["label": label])
    }
    if let label = item.label, labels.contains(ItemLabel.key(label)) {
      values.fault("labelTwice", at: pointer + "/printedLabel", line: line, ["label": label])
    }
    document.items.append(item)
    labels.insert(ItemLabel.key(numbers.next(item.label)))
  }
}
