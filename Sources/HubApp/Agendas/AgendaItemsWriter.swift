import HubModel

/// Writes the items of an agenda file and their papers: new ones, changed and moved ones, and those
/// that are gone.
struct AgendaItemsWriter {
  let comparison: AgendaComparison
  let meeting: Meeting
  let reason: String?
  let writing: Writing
  /// Whether they go out with what is written, or stand on a draft.
  let isPublished: Bool

  init(
    _ comparison: AgendaComparison, _ meeting: Meeting, reason: String?, in writing: Writing,
    isPublished: Bool = true
  ) {
    self.isPublished = isPublished
    self.comparison = comparison
    self.meeting = meeting
    self.reason = reason
    self.writing = writing
  }

  /// - Returns: the items of the file, in its order.
  func write() throws -> [AgendaItem] {
    try withdrawRemoved()
    let document = comparison.document
    let places = document.formerPlaces(in: comparison.seen)
    var parts: [Int: [AgendaChange.ItemPart]] = [:]
    for case .changed(_, _, let number, let changed) in comparison.changes {
      parts[number] = changed
    }
    return try document.items.enumerated().map { index, item in
      let number = index + 1
      if let place = places[index] {
        return try change(
          comparison.records.items[place], item, parts[number] ?? [], number: number,
          seen: comparison.seen.items[place].papers)
      }
      if let former = item.reference.flatMap({ comparison.withdrawn[$0] }) {
        let planned = try writing.advance(
          former, to: AgendaItem.State.planned.rawValue, reason: try leftOut(former),
          on: .agendaFile)
        return try change(planned, item, Self.everything, number: number, seen: [])
      }
      return try add(item, number: number)
    }
  }

  static let everything: [AgendaChange.ItemPart] =
    [.title, .text] + AgendaKey.allCases.filter(\.isOfItem).map { .key($0) }

  /// Why something left an agenda that nobody has read yet.
  private func leftOut(_ item: AgendaItem) throws -> String {
    try reason ?? writing.said("agenda.leftOut", in: item.header.network)
  }

  private func withdrawRemoved() throws {
    for case .removed(_, let number) in comparison.changes {
      let record = comparison.records.items[number - 1]
      guard record.header.state == AgendaItem.State.planned.rawValue else {
        throw Refusal.conflict(
          Fault(
            "itemDealtWith",
            ["ref": record.reference.description, "number": String(record.position)]))
      }
      try writing.advance(
        record, to: AgendaItem.State.withdrawn.rawValue, reason: try leftOut(record),
        on: .agendaFile)
    }
  }

  private func add(_ item: AgendaDocument.Item, number: Int) throws -> AgendaItem {
    var draft = AgendaItem()
    draft.meeting = meeting.id
    draft.header.illustrative = meeting.header.illustrative
    draft.position = number
    draft.onPublishedAgenda = isPublished
    comparison.apply(item, Self.everything, to: &draft)
    let record = try writing.create(draft, visibility: visibility(of: item), on: .agendaFile)
    try PapersWriter(record, listed: [], reason: reason, in: writing).write(item.papers, seen: [])
    return record
  }

  private func change(
    _ former: AgendaItem, _ item: AgendaDocument.Item, _ parts: [AgendaChange.ItemPart],
    number: Int, seen: [AgendaDocument.Paper]
  ) throws -> AgendaItem {
    var record = former
    comparison.apply(item, parts, to: &record)
    record.position = number
    record.onPublishedAgenda = true
    record.header.visibility = visibility(of: item)
    record.header.illustrative = meeting.header.illustrative
    RecordJSON.markStale(&record, former: former, on: comparison.occasion)
    let changed = record
    if !writing.isSame(record, former) {
      record = try writing.adjust(former, on: .agendaFile) { $0 = changed }
    }
    let papers = PapersWriter(
      record, listed: comparison.records.papers[record.id] ?? [], reason: reason, in: writing)
    try papers.write(parts.contains(.key(.papers)) ? item.papers : seen, seen: seen)
    return record
  }

  private func visibility(of item: AgendaDocument.Item) -> Visibility {
    item.visibility ?? meeting.header.visibility
  }
}
