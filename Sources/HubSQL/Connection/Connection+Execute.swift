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
