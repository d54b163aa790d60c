import CSQLite

extension Connection {
  /// Writes the file anew without anything that was deleted from it, and empties the log beside
  /// it; outside any transaction. For a while this needs as much room again as the file takes.
  ///
  /// - Returns: whether the log is empty; not while another process still reads an older state.
  package func wipeDeleted() throws -> Bool {
    // A copy in memory could be larger than the memory is.
    try execute("PRAGMA temp_store = FILE")
    defer { try? execute("PRAGMA temp_store = MEMORY") }
    // Where there is no room to write the file anew, the log is emptied all the same.
    let anew = Result { try execute("VACUUM") }
    let isBusy = try first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.bool(0) }
    try anew.get()
    return isBusy != true
  }

  /// Folds the log into the file and makes it empty, where nobody reads from it for so many
  /// milliseconds.
  func emptyLog(waiting milliseconds: Int32) throws {
    sqlite3_busy_timeout(database, milliseconds)
    defer { sqlite3_busy_timeout(database, busyTimeout) }
    try execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// Folds the log into the file, so that nothing of it is left beside.
  ///
  /// - Throws: `.busy` where anybody else has the database open.
  package func becomeOneFile() throws {
    // Only who is alone with a database can leave the mode with a log.
    try execute("PRAGMA journal_mode = DELETE")
  }
}
