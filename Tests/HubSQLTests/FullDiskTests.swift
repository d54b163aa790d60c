import HubSQL
import Testing

@Suite struct FullDiskTests {
  /// A file in which there is room for some ten pages.
  func smallDatabase(_ folder: TemporaryFolder) throws -> Connection {
    let connection = try Connection(path: folder.path("small.db"))
    try connection.createPeople(["Ada"])
    try connection.execute("PRAGMA max_page_count = 10")
    return connection
  }

  let fill: SQL = """
    INSERT INTO person (name)
    WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 2000)
    SELECT 'a rather long name to fill the pages ' || n FROM number
    """

  @Test func `a full disk changes nothing and leaves the connection usable`() throws {
    let folder = try TemporaryFolder()
    let connection = try smallDatabase(folder)
    #expect(try kind { try connection.execute(fill) } == .full)
    let inside = try kind {
      try connection.transaction {
        try connection.execute("INSERT INTO person (name) VALUES ('Bo')")
        try connection.execute(fill)
      }
    }
    #expect(inside == .full)
    #expect(try connection.names == ["Ada"])
    try connection.execute("INSERT INTO person (name) VALUES ('Cy')")
    #expect(try connection.names == ["Ada", "Cy"])
    #expect(try connection.first("PRAGMA integrity_check") { $0.string(0) } == "ok")
  }

  @Test func `a body that catches the full disk cannot commit the rest piecemeal`() throws {
    let folder = try TemporaryFolder()
    let connection = try smallDatabase(folder)
    let found = try kind {
      try connection.transaction {
        try connection.execute("INSERT INTO person (name) VALUES ('lost')")
        // One row at a time, so that SQLite has no statement to undo alone.
        for number in 1... {
          do {
            let name = "\(number) " + String(repeating: "x", count: 2000)
            try connection.execute("INSERT INTO person (name) VALUES (\(name))")
          } catch {
            break
          }
        }
        #expect(!connection.inTransaction)
        let after = try kind {
          try connection.savepoint {
            try connection.execute("INSERT INTO person (name) VALUES ('piecemeal')")
          }
        }
        #expect(after == .full)
      }
    }
    #expect(found == .full)
    #expect(try connection.names == ["Ada"])
  }
}
