import HubModel

/// Writes the papers of one item: each is a consideration, which is withdrawn when the paper is
/// taken off.
struct PapersWriter {
  let item: AgendaItem
  /// Those that are listed now, the hidden ones among them.
  let listed: [Consideration]
  let reason: String?
  let writing: Writing

  init(_ item: AgendaItem, listed: [Consideration], reason: String?, in writing: Writing) {
    self.item = item
    self.listed = listed
    self.reason = reason
    self.writing = writing
  }

  /// - Parameters:
  ///   - papers: as they should be.
  ///   - seen: those that the caller sees now: only they can be taken off.
  func write(_ papers: [AgendaDocument.Paper], seen: [AgendaDocument.Paper]) throws {
    let wanted = Set(papers.map(\.reference))
    let known = Set(seen.map(\.reference))
    for former in listed where known.contains(former.paper) && !wanted.contains(former.paper) {
      try writing.advance(
        former, to: Consideration.State.withdrawn.rawValue, reason: reason, on: .agendaFile)
    }
    for former in listed where !known.contains(former.paper) && !wanted.contains(former.paper) {
      try adjust(former) { _ in }
    }
    for (index, paper) in papers.enumerated() {
      if let former = listed.first(where: { $0.paper == paper.reference }) {
        try adjust(former) { set(paper, at: index, on: &$0) }
      } else {
        var draft = Consideration()
        draft.item = item.id
        draft.paper = paper.reference
        draft.header.illustrative = item.header.illustrative
        set(paper, at: index, on: &draft)
        try writing.create(draft, visibility: item.header.visibility, on: .agendaFile)
      }
    }
  }

  private func set(_ paper: AgendaDocument.Paper, at index: Int, on record: inout Consideration) {
    record.position = index + 1
    record.role = paper.role ?? .information
    record.decisive = paper.decisive
  }

  /// Papers are for those whom the item is for.
  private func adjust(_ former: Consideration, _ change: (inout Consideration) -> Void) throws {
    var record = former
    change(&record)
    record.header.visibility = item.header.visibility
    record.header.illustrative = item.header.illustrative
    let changed = record
    if !writing.isSame(record, former) {
      try writing.adjust(former, on: .agendaFile) { $0 = changed }
    }
  }
}
