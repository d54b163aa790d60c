import CSQLite

extension Connection {
  /// Turns the enforcement of foreign keys on or off, between transactions.
  func enforceForeignKeys(_ on: Bool) throws {
    let result = hub_sqlite_configure(database, SQLITE_DBCONFIG_ENABLE_FKEY, on ? 1 : 0)
    guard result == SQLITE_OK else { throw SQLError(result: result) }
  }
}
