import CSQLite

/// What statements cost, in units that are the same every time: to compare one with another, where
/// times would depend on what else the machine does.
package struct Work: Sendable, Hashable {
  package let statements: Int
  /// Steps of SQLite's machine, also of what a full-text index asks for by itself.
  package let steps: Int
  /// How many times a page of the file was looked at, wherever it was found.
  package let pages: Int

  /// What was done since an earlier moment.
  package static func - (later: Work, earlier: Work) -> Work {
    Work(
      statements: later.statements - earlier.statements, steps: later.steps - earlier.steps,
      pages: later.pages - earlier.pages)
  }
}

extension Connection {
  /// What the statements of this connection have cost since it was opened, as far as they are kept:
  /// the steps of one that was prepared for a single run go with it.
  package var work: Work {
    var steps = 0
    var statement = sqlite3_next_stmt(database, nil)
    while let found = statement {
      steps += Int(sqlite3_stmt_status(found, SQLITE_STMTSTATUS_VM_STEP, 0))
      statement = sqlite3_next_stmt(database, found)
    }
    let pages = [SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS].map(counted).reduce(0, +)
    return Work(statements: statementCount, steps: steps, pages: pages)
  }

  private func counted(_ what: Int32) -> Int {
    var (now, most) = (Int32(0), Int32(0))
    sqlite3_db_status(database, what, &now, &most, 0)
    return Int(now)
  }
}
