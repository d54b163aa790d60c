import HubModel
import HubSQL

/// The entries of references as a table to join with: each with its place among them, and its id.
struct EntryRows {
  let sql: SQL

  init(of references: [Reference], in reading: Reading) throws {
    let ids = try reading.memory.entries.ids(of: references, reading.connection)
    var rows = ValueRows(ids.count, wide: 2)
    for (index, id) in ids.enumerated() { if let id { rows.add(Int64(index), id) } }
    sql = rows.sql
  }
}
