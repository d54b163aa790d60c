import HubSQL
import Testing

@Suite struct MigratorTests {
  let people = Migration(
    number: 1, name: "people",
    sql: "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;",
    digest: "people")
  let ada = Migration(
    number: 2, name: "ada", sql: "INSERT INTO person (name) VALUES ('Ada'); -- the first",
    digest: "ada")

  @Test func `migrations are applied in order and once`() throws {
    let connection = try Connection(path: ":memory:")
    #expect(try Migrator.version(of: connection) == 0)
    #expect(try Migrator.apply([people], to: connection, now: 10) == [people])
    #expect(try Migrator.apply([people, ada], to: connection, now: 20) == [ada])
    #expect(try Migrator.apply([people, ada], to: connection, now: 30) == [])
    #expect(try Migrator.version(of: connection) == 2)
    #expect(try connection.names == ["Ada"])
    let recorded = try connection.query("SELECT applied_at, name FROM migrations") {
      "\($0.int(0)) \($0.string(1))"
    }
    #expect(recorded == ["10 people", "20 ada"])
  }

  @Test func `a newer database is refused and not touched`() throws {
    let connection = try Connection(path: ":memory:")
    _ = try Migrator.apply([people, ada], to: connection, now: 10)
    let changes: SQL = "SELECT total_changes(), schema_version FROM pragma_schema_version"
    let before = try connection.first(changes) { [$0.int(0), $0.int(1)] }
    #expect(
      try kind { _ = try Migrator.apply([people], to: connection, now: 20) }
        == .tooNew(found: 2, known: 1))
    #expect(try connection.first(changes) { [$0.int(0), $0.int(1)] } == before)
    #expect(try Migrator.version(of: connection) == 2)
  }

  @Test func `an applied migration with another name or missing is refused`() throws {
    let connection = try Connection(path: ":memory:")
    _ = try Migrator.apply([people, ada], to: connection, now: 10)
    let renamed = Migration(
      number: 1, name: "persons", sql: people.sql, digest: "persons")
    #expect(throws: SQLError.self) {
      try Migrator.apply([renamed, ada], to: connection, now: 20)
    }
    try connection.execute("DELETE FROM migrations WHERE number = 1")
    #expect(throws: SQLError.self) { try Migrator.apply([people, ada], to: connection, now: 20) }
  }

  @Test func `a list with a gap is refused before anything is applied`() throws {
    let connection = try Connection(path: ":memory:")
    #expect(throws: SQLError.self) { try Migrator.apply([ada], to: connection, now: 10) }
    #expect(throws: SQLError.self) { try Migrator.apply([ada, people], to: connection, now: 10) }
    #expect(try Migrator.version(of: connection) == 0)
  }

  @Test func `a migration that fails leaves what stood before it`() throws {
    let connection = try Connection(path: ":memory:")
    let broken = Migration(
      number: 2, name: "broken", sql: "INSERT INTO person (name) VALUES ('Bo'); NONSENSE;",
      digest: "broken")
    #expect(throws: SQLError.self) {
      try Migrator.apply([people, broken], to: connection, now: 10)
    }
    #expect(try Migrator.version(of: connection) == 1)
    #expect(try connection.names == [])
  }

  @Test func `a table can be rebuilt without losing its dependents`() throws {
    let connection = try Connection(path: ":memory:")
    let first = Migration(
      number: 1, name: "first",
      sql: """
        CREATE TABLE body (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE seat (body INTEGER NOT NULL REFERENCES body ON DELETE CASCADE) STRICT;
        INSERT INTO body VALUES (1); INSERT INTO seat VALUES (1);
        """, digest: "first")
    let rebuilt = Migration(
      number: 2, name: "rebuilt",
      sql: """
        CREATE TABLE new_body (id INTEGER PRIMARY KEY, name TEXT) STRICT;
        INSERT INTO new_body (id) SELECT id FROM body;
        DROP TABLE body;
        ALTER TABLE new_body RENAME TO body;
        """, digest: "rebuilt")
    let orphaning = Migration(
      number: 3, name: "orphaning", sql: "DELETE FROM body;", digest: "orphaning")
    _ = try Migrator.apply([first, rebuilt], to: connection, now: 10)
    #expect(try connection.query("SELECT body FROM seat") { $0.int(0) } == [1])
    let found = try kind {
      _ = try Migrator.apply([first, rebuilt, orphaning], to: connection, now: 20)
    }
    #expect(found == .constraint(what: .foreignKey))
    #expect(try Migrator.version(of: connection) == 2)
    #expect(throws: SQLError.self, "enforced again") {
      try connection.execute("INSERT INTO seat (body) VALUES (99)")
    }
  }
}
