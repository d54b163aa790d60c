package import HubModel
import HubSQL

/// The whole chain through a record: where it came from and what came of it.
///
/// Two walks along the links, one back and one forth, each in one statement whatever the chain's
/// length; neither shows nor passes through a record that the caller may not see.
package struct Trace: Sendable {
  package let start: Reference
  /// Every record on the chain, the start among them.
  package let nodes: [Reference: Directory.Entry]
  package let edges: [Edge]

  /// What came first and what followed from it, and the field that says so.
  package struct Edge: Sendable, Hashable {
    package let earlier: Reference
    package let later: Reference
    package let field: String
    /// On the way back from the start; otherwise on the way forth.
    package let isUpstream: Bool
  }

  /// - Throws: `Refusal.notFound` when the start is absent or hidden.
  package static func from(_ start: Reference, in reading: Reading) throws -> Trace {
    guard let entry = try Directory.entries(of: [start], in: reading)[start],
      let id = try Directory.id(of: start, reading.connection)
    else { throw Refusal.notFound(start.description) }
    var nodes = [start: entry]
    var edges: [Edge] = []
    for upstream in [true, false] {
      let found = try walk(from: id, upstream: upstream, in: reading)
      nodes.merge(found.nodes) { first, _ in first }
      edges += found.edges
    }
    return Trace(start: start, nodes: nodes, edges: edges)
  }

  private static func walk(
    from id: Int64, upstream: Bool, in reading: Reading
  ) throws -> (nodes: [Reference: Directory.Entry], edges: [Edge]) {
    let near: SQL = upstream ? "later" : "earlier"
    let far: SQL = upstream ? "earlier" : "later"
    // What a record on the chain leads to and the caller may see is on the chain itself.
    let visible = Access.condition(reading.caller, "r")
    var nodes: [Reference: Directory.Entry] = [:]
    var edges: [Edge] = []
    try reading.connection.forEach(
      """
      WITH RECURSIVE chain (id) AS (SELECT \(id) UNION SELECT r.id FROM chain c \
      JOIN links l ON l.\(near) = c.id JOIN records r ON r.id = l.\(far) \
      WHERE \(visible)) \
      SELECT s.type, s.number, l.field, \(raw: Directory.Entry.selection) \
      FROM chain c JOIN records s ON s.id = c.id \
      JOIN links l ON l.\(near) = c.id JOIN records r ON r.id = l.\(far) \
      WHERE \(visible) ORDER BY r.day NULLS FIRST, r.type, r.number
      """
    ) { row in
      guard let type = RecordType(rawValue: row.string(0)),
        let entry = Directory.Entry(row, from: 3)
      else { return true }
      let source = Reference(type, row.int64(1))
      nodes[entry.reference] = entry
      edges.append(
        Edge(
          earlier: upstream ? entry.reference : source,
          later: upstream ? source : entry.reference, field: row.string(2), isUpstream: upstream))
      return true
    }
    return (nodes, edges)
  }
}
