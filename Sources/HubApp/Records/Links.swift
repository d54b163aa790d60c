import HubModel
import HubSQL

/// The chain's links, both ends by directory id: from what came first to what followed.
///
/// They follow from the fields that say `from` or `to`, and are what a trace walks along.
enum Links {
  /// Writes the record's links anew when one of the fields that make them has changed.
  static func put<R: Record>(
    _ record: R, former: R?, as entry: Int64, _ connection: Connection
  ) throws {
    let fields = R.fields.filter { $0.link == .from || $0.link == .to }
    guard !fields.isEmpty else { return }
    if let former {
      guard fields.contains(where: { $0.cells(of: record) != $0.cells(of: former) }) else { return }
      try connection.execute("DELETE FROM links WHERE owner = ?", [.integer(entry)])
    }
    for field in fields {
      for reference in references(field.cells(of: record), field.kind) {
        guard let other = try Directory.id(of: reference, connection) else { continue }
        let (earlier, later) = field.link == .from ? (other, entry) : (entry, other)
        try connection.execute(
          "INSERT INTO links (owner, field, earlier, later) VALUES (?, ?, ?, ?)",
          [.integer(entry), .text(field.name), .integer(earlier), .integer(later)])
      }
    }
  }

  /// The references that a field's cells hold.
  static func references(_ cells: [Cell], _ kind: FieldKind) -> [Reference] {
    switch (kind, cells.first) {
    case (.reference(let type), .integer(let number)): [Reference(type, number)]
    case (.anyReference, .text(let type)):
      if let type = RecordType(rawValue: type), case .integer(let number) = cells[1] {
        [Reference(type, number)]
      } else {
        []
      }
    case (.references, .text(let list)): list.split(separator: ",").compactMap { Reference($0) }
    default: []
    }
  }
}
