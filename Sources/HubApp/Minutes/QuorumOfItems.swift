import HubModel

extension Reading {
  /// Whether what the body decided at an item was decided without its quorum: it was lost there, or
  /// those of whom attendance is recorded were too few.
  func isWithoutQuorum(
    _ item: ID<AgendaItem>, _ notes: [ItemNotes], missed: Bool
  ) -> Bool {
    missed || notes.contains { $0.item == item && $0.quorumLost }
  }

  /// Whether those who are recorded as present are too few; where nobody is, nobody knows.
  func misses(_ meeting: Meeting) throws -> Bool {
    guard let quorum = try Quorum.of(meeting, in: self), !quorum.isMet else { return false }
    return try !attendance(at: meeting.id).isEmpty
  }
}

extension Writing {
  /// Marks what was decided without quorum, while the minutes can still change.
  func settleQuorum(of meeting: ID<Meeting>, on occasion: Occasion) throws {
    guard let record = try load(meeting), try lockFaults(meeting, on: occasion).isEmpty else {
      return
    }
    let decisions: [Decision] = try loadAll(where: MinutesRules.of(meeting))
    guard !decisions.isEmpty else { return }
    let (notes, missed) = (try notes(of: meeting), try misses(record))
    for decision in decisions {
      let isWithout = isWithoutQuorum(decision.item, notes, missed: missed)
      guard decision.withoutQuorum != isWithout else { continue }
      try adjust(decision, on: occasion) { $0.withoutQuorum = isWithout }
    }
  }
}
