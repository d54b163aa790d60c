import HubSQL
import Testing

@Suite struct StatementTests {
  @Test func `the same statement inside its own loop is another run`() throws {
    let connection = try Connection.withPeople("Ada", "Bo", "Cy")
    let seen = try connection.query("SELECT name FROM person ORDER BY id") { row in
      let inner = try connection.query("SELECT name FROM person ORDER BY id") { $0.string(0) }
      let first = try connection.first("SELECT name FROM person ORDER BY id") { $0.string(0) }
      return [row.string(0), first ?? ""] + inner
    }
    #expect(seen.map { $0[0] } == ["Ada", "Bo", "Cy"])
    #expect(seen.allSatisfy { $0.dropFirst() == ["Ada", "Ada", "Bo", "Cy"] })
  }

  @Test func `a statement can be run again after its closure has thrown`() throws {
    let connection = try Connection.withPeople("Ada", "Bo")
    #expect(throws: Stop.self) {
      try connection.query("SELECT name FROM person ORDER BY id") { _ in throw Stop() }
    }
    #expect(try connection.names == ["Ada", "Bo"])
    try connection.execute("DROP TABLE person")
  }

  @Test func `a loop can be left early and holds no lock afterwards`() throws {
    let connection = try Connection.withPeople("Ada", "Bo", "Cy")
    var seen: [String] = []
    try connection.forEach("SELECT name FROM person ORDER BY id") { row in
      seen.append(row.string(0))
      return seen.count < 2
    }
    #expect(seen == ["Ada", "Bo"])
    try connection.execute("DROP TABLE person")
  }

  @Test func `every run counts and beginning a transaction does not`() throws {
    let connection = try Connection.withPeople("Ada")
    let before = connection.statementCount
    try connection.transaction {
      _ = try connection.names
      _ = try connection.first("SELECT 1") { $0.int(0) }
      try connection.execute("DELETE FROM person")
    }
    #expect(connection.statementCount - before == 3)
  }

  @Test func `changes are those of the last statement`() throws {
    let connection = try Connection.withPeople("Ada", "Bo")
    try connection.execute("UPDATE person SET name = name || '!'")
    #expect(connection.changes == 2)
  }

  @Test func `an insertion answers the number that the row was given`() throws {
    let connection = try Connection.withPeople("Ada")
    let insert = "INSERT INTO person (name) VALUES (?)"
    #expect(try connection.insert(insert, [.text("Bo")]) == 2)
    #expect(connection.changes == 1)
    #expect(try connection.names == ["Ada", "Bo"])
    #expect(throws: SQLError.self) { try connection.insert(insert, [.text("Bo")]) }
    let nothing = "INSERT INTO person (name) SELECT ? WHERE FALSE"
    #expect(throws: SQLError.self) { try connection.insert(nothing, [.text("Cy")]) }
    #expect(try connection.names == ["Ada", "Bo"])
  }

  @Test func `more texts than the cache holds, some of them running, do no harm`() throws {
    let connection = try Connection.withPeople("Ada")
    try connection.forEach("SELECT id FROM person") { row in
      for number in 0..<600 {
        let text = "SELECT \(number) FROM person"
        let found = try connection.first(text, []) { $0.int(0) }
        #expect(found == number)
      }
      #expect(row.int(0) == 1)
      return true
    }
  }

  @Test func `a prepared statement follows a change of the schema`() throws {
    let connection = try Connection.withPeople("Ada")
    let all = { try connection.first("SELECT * FROM person") { $0.columnCount } }
    #expect(try all() == 2)
    try connection.execute("ALTER TABLE person ADD COLUMN born TEXT")
    #expect(try all() == 3)
  }

  @Test func `a script runs every statement up to the one that fails`() throws {
    let connection = try Connection.withPeople()
    let error = #expect(throws: SQLError.self) {
      try connection.script(
        """
        -- people
        INSERT INTO person (name) VALUES ('Ada; --');
        INSERT INTO person (name) VALUES ('Bö'); ;
        INSERT INTO nobody VALUES (1);
        INSERT INTO person (name) VALUES ('Cy');
        """)
    }
    #expect(error?.message == "no such table: nobody")
    #expect(try connection.names == ["Ada; --", "Bö"])
    try connection.script("DELETE FROM person; -- done\n")
    #expect(try connection.names == [])
    #expect(throws: SQLError.self) { try connection.script("SELECT 1;\0 SELECT 2") }
  }
}
