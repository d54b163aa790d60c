import CSQLite

extension Connection {
  /// When a transaction takes its locks.
  package enum TransactionKind: Sendable {
    /// With its first statement; from the first SELECT on it sees one snapshot.
    case deferred
    /// At once for writing, so that it cannot fail half way because another writes.
    case immediate
  }

  /// Commits what `body` does, or undoes it when `body` throws.
  ///
  /// A full disk or an I/O error can make SQLite undo the transaction by itself. Then everything
  /// later in `body` is refused with that error, which is also thrown at the end, even where
  /// `body` has caught it: nothing is committed piecemeal.
  ///
  /// Transactions do not nest; use `savepoint`.
  package func transaction<T>(
    _ kind: TransactionKind = .immediate, _ body: () throws -> T
  ) throws -> T {
    switch kind {
    case .deferred: try control("BEGIN")
    case .immediate: try control("BEGIN IMMEDIATE")
    }
    return try enclosed(body, commit: ["COMMIT"], undo: ["ROLLBACK"])
  }

  /// Keeps what `body` does as part of the surrounding transaction, or undoes that much when
  /// `body` throws. Savepoints nest; one outside a transaction is a transaction of its own.
  package func savepoint<T>(_ body: () throws -> T) throws -> T {
    let name = "savepoint_\(depth)"
    try control("SAVEPOINT " + name)
    return try enclosed(
      body, commit: ["RELEASE " + name], undo: ["ROLLBACK TO " + name, "RELEASE " + name])
  }

  private func enclosed<T>(
    _ body: () throws -> T, commit: [String], undo: [String]
  ) throws -> T {
    depth += 1
    defer {
      depth -= 1
      if depth == 0 {
        lostTransaction = nil
        transactionNote = nil
      }
    }
    do {
      let result = try body()
      if let lostTransaction { throw lostTransaction }
      guard inTransaction else {
        throw SQLError.misuse("the transaction was ended inside its own body")
      }
      for text in commit { try control(text) }
      return result
    } catch {
      // Where this fails too, the first error says more; where SQLite has undone the transaction
      // by itself, there is nothing left to undo.
      for text in undo where inTransaction { try? control(text) }
      throw error
    }
  }

  /// Runs a statement that begins or ends a transaction; these are not counted.
  private func control(_ text: String) throws {
    try run(ready(text))
  }
}
