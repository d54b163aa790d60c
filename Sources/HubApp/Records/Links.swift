import HubModel
import HubSQL

/// The chain's links, both ends by directory id: from what came first to what followed.
///
/// They follow from the fields that say `from` or `to`, and are what a trace walks along.
enum Links {
  /// Writes the record's links anew when one of the fields that make them has changed.
  static func put<R: Stored>(
    _ record: R, former: R?, as entry: Int64, in writing: Writing
  ) throws {
    let fields = R.table.chain
    guard !fields.isEmpty else { return }
    let connection = writing.connection
    if let former {
      guard fields.contains(where: { $0.cells(of: record) != $0.cells(of: former) }) else { return }
      try connection.execute("DELETE FROM links WHERE owner = ?", [.integer(entry)])
    }
    for field in fields {
      let references = field.references(of: record)
      for other in try writing.memory.entries.ids(of: references, connection) {
        guard let other else { continue }
        let (earlier, later) = field.link == .from ? (other, entry) : (entry, other)
        try connection.execute(
          "INSERT INTO links (owner, field, earlier, later) VALUES (?, ?, ?, ?)",
          [.integer(entry), .text(field.name), .integer(earlier), .integer(later)])
      }
    }
  }

  /// Whether the links that are kept are those that the record's fields make.
  static func agree<R: Stored>(
    with record: R, as entry: Int64, _ connection: Connection
  ) throws -> Bool {
    let fields = R.table.chain
    var expected: Set<[String]> = []
    for field in fields {
      for reference in field.references(of: record) {
        guard let other = try Directory.id(of: reference, connection) else { return false }
        let (earlier, later) = field.link == .from ? (other, entry) : (entry, other)
        expected.insert([field.name, String(earlier), String(later)])
      }
    }
    let kept = try connection.query(
      "SELECT field, earlier, later FROM links WHERE owner = ?", [.integer(entry)]
    ) { [$0.string(0), String($0.int64(1)), String($0.int64(2))] }
    return kept.count == expected.count && expected == Set(kept)
  }
}
