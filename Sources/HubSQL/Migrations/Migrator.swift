import CSQLite

/// Brings a database to the schema that the program knows, and refuses one it does not know.
package enum Migrator {
  /// Applies the migrations that are still missing, each in its own transaction, and returns
  /// those. Two processes that start at the same time do not apply one twice.
  ///
  /// Foreign keys are checked at the end of each migration instead of during it, so that a table
  /// can be rebuilt without its rows' dependents being deleted along.
  ///
  /// - Parameters:
  ///   - migrations: all that the program knows, in order, numbered from 1 without gaps.
  ///   - now: seconds since 1970, recorded with each.
  /// - Throws: `.tooNew` for a database that a newer program has migrated; `.other` when an
  ///   applied migration is missing or has another name. In both cases nothing is touched.
  ///   Otherwise what the migration's statements throw; those before it stay applied.
  package static func apply(
    _ migrations: [Migration], to connection: Connection, now: Int64
  ) throws -> [Migration] {
    for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
      throw SQLError.misuse("migration \(migration.number) is not number \(index + 1) in order")
    }
    let applied = try appliedNames(connection)
    try check(applied, against: migrations)
    guard applied.count < migrations.count else { return [] }

    try connection.enforceForeignKeys(false)
    defer { try? connection.enforceForeignKeys(true) }
    return try migrations[applied.count...].filter { migration in
      try connection.transaction(.immediate) {
        // Asked again under the lock: another process may have been faster.
        let applied = try appliedNames(connection)
        try check(applied, against: migrations)
        guard applied.count < migration.number else { return false }
        try run(migration, on: connection, now)
        return true
      }
    }
  }

  /// The number of the last migration applied, 0 for a new database.
  package static func version(of connection: Connection) throws -> Int {
    try appliedNames(connection).last?.number ?? 0
  }

  private static func appliedNames(_ connection: Connection) throws -> [(number: Int, name: String)]
  {
    let table: SQL = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'"
    guard try connection.first(table, { $0.int(0) }) != nil else { return [] }
    return try connection.query("SELECT number, name FROM migrations ORDER BY number") {
      ($0.int(0), $0.string(1))
    }
  }

  private static func check(
    _ applied: [(number: Int, name: String)], against known: [Migration]
  ) throws {
    if let last = applied.last, last.number > known.count {
      throw SQLError(
        code: SQLITE_SCHEMA, extendedCode: SQLITE_SCHEMA,
        message: "the database is at migration \(last.number), "
          + "this program knows \(known.count)",
        kind: .tooNew(found: last.number, known: known.count))
    }
    for (index, found) in applied.enumerated() {
      guard found.number == index + 1, found.name == known[index].name else {
        throw SQLError(
          code: SQLITE_SCHEMA, extendedCode: SQLITE_SCHEMA,
          message: "the database has migration \(found.number) \(found.name), "
            + "this program \(known[index].number) \(known[index].name)",
          kind: .other)
      }
    }
  }

  private static func run(
    _ migration: Migration, on connection: Connection, _ now: Int64
  ) throws {
    try connection.script(
      """
      CREATE TABLE IF NOT EXISTS migrations (
        number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT
      """)
    try connection.script(migration.sql)
    try connection.execute(
      "INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)",
      [.integer(Int64(migration.number)), .text(migration.name), .integer(now)])
    if let table = try connection.first("PRAGMA foreign_key_check", { $0.string(0) }) {
      throw SQLError(
        code: SQLITE_CONSTRAINT, extendedCode: SQLITE_CONSTRAINT,
        message: "migration \(migration.number) leaves rows of \(table) that refer to nothing",
        kind: .constraint(what: .foreignKey))
    }
  }
}
