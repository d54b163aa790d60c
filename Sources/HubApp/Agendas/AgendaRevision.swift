import HubModel

extension AgendaRecords {
  /// What the caller sees of the agenda, with the revision that says so, and the records of which
  /// it speaks: as many items, in the same order.
  ///
  /// - Parameter all: every item that the agenda ever had.
  func seen(
    _ all: [AgendaItem]? = nil, in reading: Reading
  ) throws -> (records: AgendaRecords, document: AgendaDocument) {
    let redaction = try AgendaRedaction([document], items: all ?? items, in: reading)
    var records = self
    records.items = try items.filter(redaction.shows)
    var seen = try redaction.redacted(records.document)
    seen.revision = try records.revision(of: seen, in: reading)
    return (records, seen)
  }

  /// From which state of the records a document is made that says this of them.
  private func revision(
    of document: AgendaDocument, in reading: Reading
  ) throws -> FileRevision {
    var beyond = AgendaDocument()
    let open = try reading.open(items, toAllWhoSee: agenda)
      .union(reading.open(papers.values.flatMap(\.self), toAllWhoSee: agenda))
    for (record, item) in zip(items, document.items) where item.reference != nil {
      if !open.contains(record.reference) {
        beyond.items.append(item)
        continue
      }
      let hidden = (papers[record.id] ?? []).filter { !open.contains($0.reference) }.map(\.paper)
      var rest = AgendaDocument.Item()
      rest.papers = item.papers.filter { hidden.contains($0.reference) }
      if !rest.papers.isEmpty { beyond.items.append(rest) }
    }
    let text = beyond.items.isEmpty ? nil : beyond.written(in: .en)
    return FileRevision(version: agenda.header.version, beyond: text)
  }
}
