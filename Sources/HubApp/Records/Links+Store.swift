import HubModel
import HubSQL

/// The chain's links, both ends by directory id: from what came first to what followed.
enum Links {
  /// Keeps the links that a new record's fields make.
  static func add(_ links: Set<DerivedLink>, of entry: Int64, _ writing: Writing) throws {
    guard !links.isEmpty else { return }
    let links = Array(links)
    let ids = try writing.memory.entries.ids(of: links.map(\.other), writing.connection)
    for case (let link, let other?) in zip(links, ids) {
      let (earlier, later) = link.isEarlier ? (other, entry) : (entry, other)
      try writing.connection.execute(
        "INSERT INTO links (owner, field, earlier, later) VALUES (?, ?, ?, ?)",
        [.integer(entry), .text(link.field), .integer(earlier), .integer(later)])
    }
  }

  /// Keeps these instead of those that are kept.
  static func replace(by links: Set<DerivedLink>, of entry: Int64, _ writing: Writing) throws {
    try writing.connection.execute("DELETE FROM links WHERE owner = ?", [.integer(entry)])
    try add(links, of: entry, writing)
  }

  /// Those that are kept of a record.
  static func kept(of entry: Int64, _ connection: Connection) throws -> Set<DerivedLink> {
    let found = try connection.query(
      """
      SELECT l.field, l.earlier = \(entry), r.type, r.number FROM links l \
      JOIN records r ON r.id = CASE WHEN l.earlier = \(entry) THEN l.later ELSE l.earlier END \
      WHERE l.owner = \(entry)
      """
    ) { row in
      RecordType(rawValue: row.string(2)).map {
        DerivedLink(
          field: row.string(0), other: Reference($0, row.int64(3)), isEarlier: !row.bool(1))
      }
    }
    return Set(found.compactMap(\.self))
  }
}
