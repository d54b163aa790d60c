import CSQLite

/// What a database remembers of the migrations that made it.
struct AppliedMigrations {
  struct Step {
    let number: Int
    let name: String
    /// nil where it was applied before digests were kept.
    let digest: String?
  }

  let steps: [Step]

  init(of connection: Connection) throws {
    let table: SQL = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'"
    guard try connection.first(table, { $0.int(0) }) != nil else {
      steps = []
      return
    }
    let digest = SQL(raw: try Self.keepsDigests(connection) ? "digest" : "NULL")
    steps = try connection.query("SELECT number, name, \(digest) FROM migrations ORDER BY number") {
      Step(number: $0.int(0), name: $0.string(1), digest: $0.optionalString(2))
    }
  }

  /// Makes the table that remembers them, or gives it what an older program's lacks.
  static func makeTable(_ connection: Connection) throws {
    try connection.script(
      """
      CREATE TABLE IF NOT EXISTS migrations (
        number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL,
        digest TEXT) STRICT
      """)
    guard try !keepsDigests(connection) else { return }
    try connection.script("ALTER TABLE migrations ADD COLUMN digest TEXT")
  }

  private static func keepsDigests(_ connection: Connection) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM pragma_table_info('migrations') WHERE name = 'digest'", { _ in true }) ?? false
  }

  /// - Throws: `.tooNew` for what a newer program made, `.otherMigration` for what was made by
  ///   another text of a step that the program knows too.
  func check(against known: [Migration]) throws {
    if let last = steps.last, last.number > known.count {
      throw SQLError(
        code: SQLITE_SCHEMA, extendedCode: SQLITE_SCHEMA,
        message: "the database is at migration \(last.number), this program knows \(known.count)",
        kind: .tooNew(found: last.number, known: known.count))
    }
    for (index, step) in steps.enumerated() {
      let own = known[index]
      guard step.number == own.number, step.name == own.name,
        step.digest.map({ $0 == own.digest }) ?? true
      else { throw Self.differs(own) }
    }
  }

  /// What was made before digests were kept is told by what it made: the schema that the program's
  /// own steps make, and no other.
  func checkSchema(of connection: Connection, against known: [Migration]) throws {
    guard let last = steps.last(where: { $0.digest == nil }) else { return }
    let expected = try Connection(path: ":memory:")
    for migration in known[..<last.number] { try expected.script(migration.sql) }
    guard try Self.schema(of: connection) == Self.schema(of: expected) else {
      throw Self.differs(known[last.number - 1])
    }
  }

  /// The statements of everything that migrations made.
  private static func schema(of connection: Connection) throws -> Set<String> {
    Set(
      try connection.query(
        """
        SELECT sql FROM sqlite_schema \
        WHERE sql IS NOT NULL AND name <> 'migrations' AND substr(name, 1, 7) <> 'sqlite_'
        """
      ) { $0.string(0) })
  }

  /// What the schema has and no migration made, or made otherwise, and what it lacks of them.
  func strangers(in connection: Connection, against known: [Migration]) throws -> [String] {
    let expected = try Connection(path: ":memory:")
    for migration in known.prefix(steps.count) { try expected.script(migration.sql) }
    let (found, made) = (try Self.parts(of: connection), try Self.parts(of: expected))
    return found.symmetricDifference(made).map(\.name).reduce(into: Set()) { $0.insert($1) }
      .sorted()
  }

  /// A table, an index, a trigger or a view, with the statement that made it.
  private struct Part: Hashable {
    let name: String
    let sql: String
  }

  /// Everything but what SQLite and the migrator make for themselves.
  private static func parts(of connection: Connection) throws -> Set<Part> {
    Set(
      try connection.query(
        """
        SELECT type || ' ' || name, COALESCE(sql, '') FROM sqlite_schema \
        WHERE NOT (type IN ('table', 'index') \
        AND (name = 'migrations' OR substr(name, 1, 7) = 'sqlite_'))
        """
      ) { Part(name: $0.string(0), sql: $0.string(1)) })
  }

  private static func differs(_ migration: Migration) -> SQLError {
    SQLError(
      code: SQLITE_SCHEMA, extendedCode: SQLITE_SCHEMA,
      message: "the database was made by another text of migration \(migration.number) "
        + migration.name,
      kind: .otherMigration(number: migration.number))
  }
}
