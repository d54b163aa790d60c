import CSQLite

extension Connection {
  /// Runs one statement for its effect; rows it may return are passed over.
  package func execute(_ sql: SQL) throws {
    try execute(sql.text, sql.bindings)
  }

  /// The same, without building a literal: one value for each `?`.
  package func execute(_ text: String, _ bindings: [SQLValue]) throws {
    let statement = try ready(text)
    try statement.bind(bindings)
    statementCount += 1
    try run(statement)
  }

  /// Runs one `INSERT` of one row into a table with an `INTEGER PRIMARY KEY` and answers the number
  /// that the database gave the row.
  ///
  /// Another engine is asked by `RETURNING`. To SQLite that is a statement of many rows, before
  /// which it has every virtual table write out what it holds back: with the full-text index this
  /// doubled what a record cost.
  package func insert(_ text: String, _ bindings: [SQLValue]) throws -> Int64 {
    try execute(text, bindings)
    guard changes == 1 else {
      throw SQLError.misuse("the statement did not insert one row", sql: text)
    }
    return sqlite3_last_insert_rowid(database)
  }

  /// Steps to the end and resets.
  func run(_ statement: Statement) throws {
    var result = sqlite3_step(statement.handle)
    while result == SQLITE_ROW { result = sqlite3_step(statement.handle) }
    guard result == SQLITE_DONE else {
      let error = failure(statement.text)
      statement.reset()
      throw error
    }
    statement.reset()
  }
}
