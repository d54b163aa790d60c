import HubModel
import HubSQL

/// The neighbours of records along the chain, as far as the caller may see them.
struct Neighbours {
  /// In the order of the records, each once.
  private var lists: [[Reference]]

  /// Looks those of all the records up, in one statement.
  init(of records: [Reference], in reading: Reading) throws {
    lists = Array(repeating: [], count: records.count)
    guard !records.isEmpty else { return }
    let rows = Directory.rows(records)
    let found = try reading.connection.query(
      """
      SELECT w.column1, r.type, r.number, r.audience \
      FROM \(rows) w CROSS JOIN records s CROSS JOIN links l CROSS JOIN records r \
      WHERE s.type = w.column2 AND s.number = w.column3 AND l.earlier = s.id AND r.id = l.later \
      UNION ALL SELECT w.column1, r.type, r.number, r.audience \
      FROM \(rows) w CROSS JOIN records s CROSS JOIN links l CROSS JOIN records r \
      WHERE s.type = w.column2 AND s.number = w.column3 AND l.later = s.id AND r.id = l.earlier
      """
    ) { row in
      let type = RecordType(rawValue: row.string(1))
      return (audience: row.int64(3), (row.int(0), type.map { Reference($0, row.int64(2)) }))
    }
    for (index, neighbour) in try reading.visible(found) {
      // Two records can be linked by several fields.
      guard let neighbour, !lists[index].contains(neighbour) else { continue }
      lists[index].append(neighbour)
    }
    for index in lists.indices where lists[index].count > 1 {
      lists[index].sort {
        $0.type == $1.type ? $0.number < $1.number : $0.type.rawValue < $1.type.rawValue
      }
    }
  }

  /// The neighbours of the record that was the index-th.
  subscript(index: Int) -> [Reference] { lists[index] }
}
