import CSQLite

extension Connection {
  /// Copies the database into the file at `path`, which is made or replaced as a whole: after a
  /// crash half way it holds what it held before.
  ///
  /// The copy is the state at the call, however long it takes and whatever other connections
  /// write meanwhile. It is one file, in rollback-journal mode, which can also be read where
  /// nothing can be written. Inside a write transaction it is `.busy` at once.
  ///
  /// - Parameter progress: called about every MiB with the pages still to copy, and all pages.
  /// - Throws: `.cannotOpen`, `.full`, `.io` for the copy; `.busy` when someone uses the copy.
  package func backup(
    to path: String, progress: ((_ remaining: Int, _ total: Int) -> Void)? = nil
  ) throws {
    // Waiting, as for another connection's lock, would wait for ourselves.
    guard sqlite3_txn_state(database, "main") != SQLITE_TXN_WRITE else {
      throw SQLError(result: SQLITE_BUSY)
    }
    let target = try Connection.open(path, .create)
    defer { sqlite3_close_v2(target) }
    guard Self.path(of: target) != Self.path(of: database) else {
      throw SQLError.misuse("a database cannot be copied onto itself")
    }
    // Its locks are waited for in `copy`, all of them together for no longer than one.
    sqlite3_busy_timeout(target, 0)
    // One read transaction over all steps: without it SQLite starts again from the first page
    // whenever another connection commits, and under steady writing would never arrive.
    try pinned { try copy(to: target, progress) }
    guard sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nil, nil, nil) == SQLITE_OK else {
      throw SQLError(of: target)
    }
  }

  private func pinned(_ body: () throws -> Void) throws {
    guard !inTransaction else { return try body() }
    try transaction(.deferred) {
      // The snapshot is only taken by the first reading.
      _ = try first("SELECT 1 FROM sqlite_schema") { $0.int(0) }
      try body()
    }
  }

  private func copy(to target: OpaquePointer, _ progress: ((Int, Int) -> Void)?) throws {
    guard let backup = sqlite3_backup_init(target, "main", database, "main") else {
      throw SQLError(of: target)
    }
    var patience = busyTimeout
    var result = SQLITE_OK
    while result == SQLITE_OK {
      result = sqlite3_backup_step(backup, 256)
      if result & 0xff == SQLITE_BUSY, patience > 0 {
        patience -= sqlite3_sleep(10)
        result = SQLITE_OK
      }
      progress?(
        Int(sqlite3_backup_remaining(backup)), Int(sqlite3_backup_pagecount(backup)))
    }
    // The step's own result knows of locks that finishing does not report.
    sqlite3_backup_finish(backup)
    guard result == SQLITE_DONE else { throw SQLError(result: result) }
  }
}
