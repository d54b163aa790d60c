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
    values.reportUnknown(block.entries, AgendaKey.words, misplaced: { !$0.isOfItem })
    for entry in block.entries {
      guard let key = entry.key, key.isOfItem, !entry.value.isEmpty else { continue }
      guard item.positions[key] == nil else {
        values.reportDuplicate(entry)
        continue
      }
      item.positions[key] = values.file.position(entry.line, at: entry.value.lowerBound)
      value(of: key, entry, at: pointer + "/" + key.field, into: &item)
    }
    item.text = values.text(block.text, at: pointer + "/text")
    document.items.append(item)
  }

  private mutating func value(
    of key: AgendaKey, _ entry: SourceEntry<AgendaKey>, at pointer: String,
    into item: inout AgendaDocument.Item
  ) {
    switch key {
    case .item: item.reference = values.reference(entry, .agendaItem, at: pointer)
    case .purpose: item.purpose = values.choice(entry, FileWords.purpose, at: pointer)
    case .session: item.session = values.choice(entry, FileWords.session, at: pointer)
    case .time: item.duration = duration(entry, at: pointer)
    case .presenter: item.presenter = values.handle(entry, at: pointer)
    case .papers: item.papers = papers(entry, at: pointer)
    case .carriedFrom: item.carriedFrom = values.reference(entry, .agendaItem, at: pointer)
    case .visibility: item.visibility = values.choice(entry, FileWords.visibility, at: pointer)
    default: break
    }
  }

  private mutating func duration(_ entry: SourceEntry<AgendaKey>, at pointer: String) -> Int? {
    var scanner = HumanDateScanner(values.file.bytes[entry.value], today: today)
    guard let minutes = scanner.duration(), minutes > 0, scanner.isAtEnd else {
      values.fault("unreadableDuration", at: pointer, entry, ["text": values.string(entry.value)])
      return nil
    }
    return minutes
  }

  /// `R-7 (decision), G-3`.
  private mutating func papers(
    _ entry: SourceEntry<AgendaKey>, at pointer: String
  ) -> [AgendaDocument.Paper] {
    var papers: [AgendaDocument.Paper] = []
    for part in values.list(entry.value) {
      let bytes = values.file.bytes[part]
      let open = bytes.firstIndex(of: 0x28)
      let name = Blanks.trimmed(bytes[..<(open ?? bytes.endIndex)])
      guard let reference = Reference(String(decoding: name, as: UTF8.self)) else {
        values.fault(
          "unreadableReference", at: pointer, line: entry.line, byte: part.lowerBound,
          ["text": values.string(part)])
        continue
      }
      var paper = AgendaDocument.Paper(reference)
      if let open {
        let close = bytes.lastIndex(of: 0x29) ?? bytes.endIndex
        roles(bytes[(open + 1)..<max(open + 1, close)], entry, at: pointer, into: &paper)
      }
      papers.append(paper)
    }
    return papers
  }

  private mutating func roles(
    _ bytes: ArraySlice<UInt8>, _ entry: SourceEntry<AgendaKey>, at pointer: String,
    into paper: inout AgendaDocument.Paper
  ) {
    for word in bytes.split(whereSeparator: { $0 == 0x2C || $0 == 0x3B }) {
      let word = Blanks.trimmed(word)
      let folded = Folding.folded(word)
      if let role = FileWords.role.find(folded) {
        paper.role = role.value
      } else if FileWords.decides.find(folded) != nil {
        paper.decisive = true
      } else {
        values.unknownWord(
          word, keyword: entry.word, FileWords.role, at: pointer, line: entry.line)
      }
    }
  }
}
