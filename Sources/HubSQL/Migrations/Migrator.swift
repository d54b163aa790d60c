import CSQLite

/// Brings a database to the schema that the program knows, and refuses one it does not know.
package enum Migrator {
  /// The migrations that a database still lacks.
  ///
  /// - Parameter migrations: all that the program knows, in order, numbered from 1 without gaps.
  /// - Throws: `.tooNew` for a database that a newer program has migrated; `.otherMigration` where
  ///   an applied migration is missing, has another name or had another text.
  package static func missing(
    _ migrations: [Migration], in connection: Connection
  ) throws -> ArraySlice<Migration> {
    for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
      throw SQLError.misuse("migration \(migration.number) is not number \(index + 1) in order")
    }
    let applied = try AppliedMigrations(of: connection)
    try applied.check(against: migrations)
    try applied.checkSchema(of: connection, against: migrations)
    return migrations[applied.steps.count...]
  }

  /// Applies the migrations that are still missing, each in its own transaction, and returns
  /// those. Two processes that start at the same time do not apply one twice.
  ///
  /// Foreign keys are checked at the end of each migration instead of during it, so that a table
  /// can be rebuilt without its rows' dependents being deleted along.
  ///
  /// - Parameters:
  ///   - migrations: all that the program knows, in order, numbered from 1 without gaps.
  ///   - now: seconds since 1970, recorded with each.
  /// - Throws: what `missing` throws, with nothing touched; otherwise what the migration's
  ///   statements throw: those before it stay applied.
  package static func apply(
    _ migrations: [Migration], to connection: Connection, now: Int64
  ) throws -> [Migration] {
    let missing = try missing(migrations, in: connection)
    try keepDigests(migrations, connection)
    guard !missing.isEmpty else { return [] }

    try connection.enforceForeignKeys(false)
    let applied = Result {
      try missing.filter { migration in
        try connection.transaction(.immediate) {
          // Asked again under the lock: another process may have been faster.
          let applied = try AppliedMigrations(of: connection)
          try applied.check(against: migrations)
          guard applied.steps.count < migration.number else { return false }
          try run(migration, on: connection, now)
          return true
        }
      }
    }
    // Nobody goes on with a connection that no longer checks what refers to what.
    try connection.enforceForeignKeys(true)
    return try applied.get()
  }

  /// The number of the last migration applied, 0 for a new database.
  package static func version(of connection: Connection) throws -> Int {
    try AppliedMigrations(of: connection).steps.last?.number ?? 0
  }

  /// What the schema has and the applied migrations did not make, or made otherwise, and what it
  /// lacks of them: "trigger t", "index i".
  package static func strangers(
    _ migrations: [Migration], in connection: Connection
  ) throws -> [String] {
    try AppliedMigrations(of: connection).strangers(in: connection, against: migrations)
  }

  /// Notes the digests of steps that were applied before they were kept.
  private static func keepDigests(_ migrations: [Migration], _ connection: Connection) throws {
    guard try AppliedMigrations(of: connection).steps.contains(where: { $0.digest == nil }) else {
      return
    }
    try connection.transaction(.immediate) {
      try AppliedMigrations.makeTable(connection)
      for migration in migrations {
        try connection.execute(
          "UPDATE migrations SET digest = ? WHERE number = ? AND digest IS NULL",
          [.text(migration.digest), .integer(Int64(migration.number))])
      }
    }
  }

  private static func run(
    _ migration: Migration, on connection: Connection, _ now: Int64
  ) throws {
    try AppliedMigrations.makeTable(connection)
    try connection.script(migration.sql)
    try connection.execute(
      "INSERT INTO migrations (number, name, applied_at, digest) VALUES (?, ?, ?, ?)",
      [
        .integer(Int64(migration.number)), .text(migration.name), .integer(now),
        .text(migration.digest),
      ])
    if let table = try connection.first("PRAGMA foreign_key_check", { $0.string(0) }) {
      throw SQLError(
        code: SQLITE_CONSTRAINT, extendedCode: SQLITE_CONSTRAINT,
        message: "migration \(migration.number) leaves rows of \(table) that refer to nothing",
        kind: .constraint(what: .foreignKey))
    }
  }
}
