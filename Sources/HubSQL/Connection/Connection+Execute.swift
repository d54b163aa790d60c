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

  /// Runs one `INSERT … RETURNING` of one row and answers the number that it returns: the one that
  /// the database gave the row.
  package func insert(_ text: String, _ bindings: [SQLValue]) throws -> Int64 {
    guard let number = try first(text, bindings, { $0.int64(0) }) else {
      throw SQLError.misuse("the statement inserted nothing, or says no number", sql: text)
    }
    return number
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
