import HubModel
import HubSQL

extension Reading {
  /// The items of a meeting's agenda in their order, whoever asks, without any that were
  /// withdrawn or only taken up at the meeting.
  func plannedItems(of meeting: ID<Meeting>) throws -> [AgendaItem] {
    try loadAll(
      where: """
        t.meeting = \(meeting.number) AND t.state <> 'withdrawn' AND t.added_at_meeting = 0
        """, orderedBy: "t.position, t.number")
  }

  /// The same with those that were taken up at the meeting.
  func takenUpItems(of meeting: ID<Meeting>) throws -> [AgendaItem] {
    try loadAll(
      where: "t.meeting = \(meeting.number) AND t.state <> 'withdrawn'",
      orderedBy: "t.position, t.number")
  }

  /// The items of the agenda, each with whether the caller may see it.
  func plannedItemsTold(of meeting: ID<Meeting>) throws -> [(record: AgendaItem, isSeen: Bool)] {
    try allTold(
      where: """
        t.meeting = \(meeting.number) AND t.state <> 'withdrawn' AND t.added_at_meeting = 0
        """, orderedBy: "t.position, t.number")
  }

  /// Every item that a meeting's agenda ever had, whoever asks.
  func allItems(of meeting: ID<Meeting>) throws -> [AgendaItem] {
    try loadAll(where: "t.meeting = \(meeting.number)", orderedBy: "t.position, t.number")
  }

  /// Those of these items that the caller may see.
  func visibleItems(_ items: Set<ID<AgendaItem>>) throws -> [AgendaItem] {
    try all(where: "t.number IN (\(list: items.map(\.number).sorted()))")
  }

  /// The papers that are listed for the items of a meeting, whoever asks, in one statement.
  func papers(of meeting: ID<Meeting>) throws -> [Consideration] {
    try loadAll(
      where: """
        t.item IN (SELECT i.number FROM agenda_items i WHERE i.meeting = \(meeting.number)) \
        AND t.state = 'listed'
        """, orderedBy: "t.item, t.position, t.number")
  }
}
