extension Connection {
  /// Hands over what is wrong with the file itself, a sentence of SQLite's each, a hundred at most;
  /// nothing of a file that is whole. Every index is compared with its table.
  package func forEachDamage(_ body: (String) throws -> Void) throws {
    try forEach("PRAGMA integrity_check(100)") { row in
      let sentence = row.string(0)
      if sentence != "ok" { try body(sentence) }
      return true
    }
  }

  /// Hands over every row that refers to one that is not there.
  package func forEachDanglingRow(
    _ body: (_ table: String, _ row: Int64) throws -> Void
  ) throws {
    try forEach("PRAGMA foreign_key_check") { row in
      try body(row.string(0), row.int64(1))
      return true
    }
  }
}
