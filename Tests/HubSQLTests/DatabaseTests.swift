import Foundation
import HubSQL
import Testing

@Suite struct DatabaseTests {
  @Test func `a second writer is told that the database is busy`() throws {
    let folder = try TemporaryFolder()
    let one = try Connection(path: folder.path("hub.db"))
    try one.createPeople(["Ada"])
    let two = try Connection(path: folder.path("hub.db"), busyTimeout: 10)
    try one.transaction {
      try one.execute("INSERT INTO person (name) VALUES ('Bo')")
      #expect(try kind { try two.transaction {} } == .busy)
      #expect(try two.names == ["Ada"])
    }
    let later = try two.transaction { try two.names }
    #expect(later == ["Ada", "Bo"])
  }

  @Test func `a reader sees one state while a writer commits`() throws {
    let folder = try TemporaryFolder()
    let database = try Database(path: folder.path("hub.db"))
    try database.write { try $0.createPeople(["Ada"]) }
    try database.read { reader in
      #expect(try reader.names == ["Ada"])
      try database.write { try $0.execute("INSERT INTO person (name) VALUES ('Bo')") }
      #expect(try reader.names == ["Ada"])
      #expect(try database.read { try $0.names } == ["Ada", "Bo"])
    }
    #expect(try database.read { try $0.names } == ["Ada", "Bo"])
  }

  @Test(arguments: [":memory:", "hub.db"])
  func `a read cannot write, a write that throws is undone`(name: String) throws {
    let folder = try TemporaryFolder()
    let database = try Database(path: name == ":memory:" ? name : folder.path(name))
    try database.write { try $0.createPeople(["Ada"]) }
    let found = try kind { try database.read { try $0.execute("DELETE FROM person") } }
    #expect(found == .readOnly)
    #expect(try kind { try database.read { try $0.script("DELETE FROM person") } } == .readOnly)
    #expect(throws: Stop.self) {
      try database.write {
        try $0.execute("DELETE FROM person")
        throw Stop()
      }
    }
    #expect(try database.read { try $0.names } == ["Ada"])
  }

  @Test func `reads nest in memory too, writes do not nest`() throws {
    let database = try Database(path: ":memory:")
    try database.write { writer in
      try writer.createPeople(["Ada"])
      #expect(try database.read { try $0.names } == ["Ada"])
      #expect(throws: SQLError.self) { try database.write { _ in } }
      try writer.execute("INSERT INTO person (name) VALUES ('Bo')")
    }
    let nested = try database.read { _ in try database.read { try $0.names } }
    #expect(nested == ["Ada", "Bo"])
  }

  @Test func `writers take turns and readers go on beside them`() async throws {
    let folder = try TemporaryFolder()
    let database = try Database(path: folder.path("hub.db"))
    try database.write {
      try $0.script(
        "CREATE TABLE counter (n INTEGER NOT NULL) STRICT; INSERT INTO counter VALUES (0)")
    }
    let read = { @Sendable (connection: Connection) in
      try connection.first("SELECT n FROM counter") { $0.int(0) } ?? -1
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<25 {
            try database.write { connection in
              let count = try read(connection)
              try connection.execute("UPDATE counter SET n = \(count + 1)")
            }
            #expect(try database.read(read) > 0)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try database.read(read) == 100)
    #expect(database.statementCount == 2 + 100 * 3 + 1)
  }

  @Test func `a closed database refuses and leaves one file`() throws {
    let folder = try TemporaryFolder()
    let database = try Database(path: folder.path("hub.db"))
    try database.write { try $0.createPeople(["Ada"]) }
    _ = try database.read { try $0.names }
    database.close()
    database.close()
    #expect(throws: SQLError.self) { try database.read { try $0.names } }
    #expect(throws: SQLError.self) { try database.write { _ in } }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["hub.db"])
  }
}
