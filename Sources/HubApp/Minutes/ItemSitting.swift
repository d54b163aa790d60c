import HubModel

/// Who withdrew from an item, and whether the body lost its quorum at it.
struct ItemSitting: Sendable, Hashable {
  private(set) var recused: [ID<Person>] = []
  private(set) var quorumLost = false
  private(set) var quorumLostAt: Moment?

  private init(_ notes: ItemNotes?) {
    guard let notes else { return }
    (recused, quorumLost, quorumLostAt) = (notes.recused, notes.quorumLost, notes.quorumLostAt)
  }

  /// What a file says of it; nil where that changes nothing. A line that is no longer there takes back
  /// what it said, where the file says from what it was written.
  init?(_ item: MinutesDocument.Item, former: ItemNotes?, _ file: MinutesFile) {
    let before = ItemSitting(former)
    var after = before
    let takesBack = file.document.revision != nil
    if !item.recused.isEmpty || takesBack {
      after.recused = item.recused.compactMap { file.people[$0] }
    }
    if let lost = item.quorumLost, let meeting = file.meeting {
      let hours = MeetingHours(meeting)
      after.quorumLost = true
      after.quorumLostAt = hours.moment(lost.at, unless: before.quorumLostAt)
    } else if takesBack {
      (after.quorumLost, after.quorumLostAt) = (false, nil)
    }
    guard after != before else { return nil }
    self = after
  }

  func apply(to notes: inout ItemNotes) {
    (notes.recused, notes.quorumLost, notes.quorumLostAt) = (recused, quorumLost, quorumLostAt)
  }

  /// Somebody withdraws who was there, and quorum is lost at an hour of the meeting.
  static func faults(of file: MinutesFile, _ records: MinutesRecords) -> [Fault] {
    let hours = MeetingHours(records.meeting)
    let said = file.document.attendance.filter { [.present, .proxy].contains($0.presence) }
    let there =
      file.document.attendance.isEmpty
      ? Set(
        records.attendance.filter { [.present, .proxy].contains($0.presence) }
          .compactMap { $0.person.flatMap { records.handles[$0] } })
      : Set(said.compactMap(\.who.handle))
    var faults: [Fault] = []
    for (index, item) in file.document.items.enumerated() {
      for handle in item.recused
      where !there.isEmpty && !there.contains(handle) && file.people[handle] != nil {
        faults.append(
          Fault(
            "recusedNotThere", at: "/items/\(index)/recused", ["handle": handle],
            position: item.position(of: .recused)))
      }
      guard let lost = item.quorumLost?.at else { continue }
      if case .failure(let unplaced) = hours.moment(lost) {
        faults.append(
          hours.fault(
            unplaced, lost, at: "/items/\(index)/quorumLost", item.position(of: .quorumLost)))
      }
    }
    return faults
  }
}
