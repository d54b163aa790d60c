import HubModel
import HubSQL

extension Reading {
  /// The latest meeting of a body that the caller may see and that was not called off.
  func lastMeeting(of body: ID<Body>) throws -> Meeting? {
    try all(
      Meeting.self, where: "t.body = \(body.number) AND t.state <> 'cancelled'",
      orderedBy: "t.starts_at DESC, t.number DESC LIMIT 1"
    ).first
  }

  /// Minutes of a body that still wait for its approval, the oldest first.
  func minutesToApprove(of body: ID<Body>) throws -> [Minutes] {
    try all(
      where: "t.body = \(body.number) AND t.state IN ('drafting', 'corrections')",
      orderedBy: """
        (SELECT m.starts_at FROM meetings m WHERE m.number = t.meeting), t.number
        """)
  }

  /// What a body still has to do, what is due first before the rest.
  func openActions(of body: ID<Body>) throws -> [ActionItem] {
    try all(
      where: "t.body = \(body.number) AND t.state IN ('open', 'inProgress', 'blocked')",
      orderedBy: "t.due_on NULLS LAST, t.number")
  }

  /// Items that come back: deferred, not reached, or of a meeting that was called off, and on no
  /// later agenda yet; the oldest first. What was dealt with does not, even with an action that is
  /// still open: the action does.
  func itemsToCarryOver(of body: ID<Body>) throws -> [AgendaItem] {
    try all(
      where: """
        t.body = \(body.number) AND (t.state IN ('deferred', 'notReached') \
        OR (t.state = 'planned' AND EXISTS (SELECT 1 FROM meetings m \
        WHERE m.number = t.meeting AND m.state = 'cancelled'))) \
        AND NOT EXISTS (SELECT 1 FROM agenda_items n WHERE n.carried_from = t.number \
        AND n.state <> 'withdrawn')
        """,
      orderedBy: """
        (SELECT m.starts_at FROM meetings m WHERE m.number = t.meeting), t.position, t.number
        """)
  }

  /// The papers that are listed for these items and that the caller may see.
  func visiblePapers(of items: [ID<AgendaItem>]) throws -> [Consideration] {
    try all(
      where: "t.item IN (\(list: items.map(\.number))) AND t.state = 'listed'",
      orderedBy: "t.item, t.position, t.number")
  }

  /// Every item from which these were carried over, themselves included, by the item asked for,
  /// the first one first; whoever asks.
  func lineages(of items: [ID<AgendaItem>]) throws -> [ID<AgendaItem>: [ID<AgendaItem>]] {
    guard !items.isEmpty else { return [:] }
    var lineages: [ID<AgendaItem>: [ID<AgendaItem>]] = [:]
    try connection.forEach(
      """
      WITH RECURSIVE line (asked, item, depth) AS (
        SELECT i.number, i.number, 0 FROM agenda_items i
        WHERE i.number IN (\(list: items.map(\.number)))
        UNION ALL
        SELECT l.asked, i.carried_from, l.depth + 1 FROM line l
        JOIN agenda_items i ON i.number = l.item
        WHERE i.carried_from IS NOT NULL AND l.depth < 100
      )
      SELECT asked, item FROM line ORDER BY asked, depth DESC
      """
    ) { row in
      lineages[ID(row.int64(0)), default: []].append(ID(row.int64(1)))
      return true
    }
    return lineages
  }
}
