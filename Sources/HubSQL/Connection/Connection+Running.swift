import CSQLite

// The steps that every query is made of. Only these touch SQLite; the generic functions over them
// are inlined into their callers.
extension Connection {
  /// Takes the statement from the cache, or prepares it, and binds the values.
  @usableFromInline func start(_ text: String, _ bindings: [SQLValue]) throws -> Statement {
    let statement = try ready(text)
    try statement.bind(bindings)
    statement.isBusy = true
    statementCount += 1
    return statement
  }

  /// Whether there is a further row. After an error the caller still resets.
  @usableFromInline func step(_ statement: Statement) throws -> Bool {
    switch sqlite3_step(statement.handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure(statement.text)
    }
  }

  /// Ends a run that has not failed so far.
  @usableFromInline func finish(_ statement: Statement) throws {
    guard statement.reset() == SQLITE_OK else { throw failure(statement.text) }
  }

  /// Ends a run that has failed: its error is known already.
  @usableFromInline func abandon(_ statement: Statement) {
    statement.reset()
  }

  /// An idle statement for the text.
  func ready(_ text: String) throws -> Statement {
    if let lostTransaction { throw lostTransaction }
    let statement: Statement
    if let cached = cache.find(text) {
      // The same text inside its own loop: a second one, for this run only.
      statement = cached.isBusy ? try prepare(text, persistent: false) : cached
    } else {
      statement = try prepare(text, persistent: true)
      cache.add(statement)
    }
    if refusesWrites, !statement.isReadOnly { throw SQLError(result: SQLITE_READONLY, sql: text) }
    return statement
  }

  private func prepare(_ text: String, persistent: Bool) throws -> Statement {
    do {
      return try Statement(text, on: database, persistent: persistent)
    } catch let error as SQLError {
      throw noteLoss(error)
    }
  }
}
