import Foundation
import HubSQL
import Testing

@Suite struct OpeningTests {
  let folder = try? TemporaryFolder()

  func path(_ name: String) throws -> String { try #require(folder).path(name) }

  @Test(arguments: [Connection.Mode.create, .readWrite, .readOnly])
  func `a file that is no database is refused at opening`(mode: Connection.Mode) throws {
    let path = try path("letter.txt")
    let text = Data(repeating: 65, count: 5000)
    try text.write(to: URL(filePath: path))
    #expect(try kind { _ = try Connection(path: path, mode: mode) } == .notADatabase)
    #expect(try Data(contentsOf: URL(filePath: path)) == text)
  }

  @Test(arguments: [Connection.Mode.readWrite, .readOnly])
  func `a missing file is not made`(mode: Connection.Mode) throws {
    let path = try path("missing.db")
    #expect(try kind { _ = try Connection(path: path, mode: mode) } == .cannotOpen)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a file in a missing folder or without a name cannot be opened`() throws {
    let path = try path("missing/hub.db")
    #expect(try kind { _ = try Connection(path: path) } == .cannotOpen)
    #expect(try kind { _ = try Connection(path: "") } == .cannotOpen)
  }

  @Test func `the settings keep what was acknowledged and trust no file`() throws {
    let connection = try Connection(path: path("hub.db"))
    func setting(_ name: String) throws -> String? {
      try connection.first("PRAGMA \(raw: name)") { $0.string(0) }
    }
    #expect(try setting("journal_mode") == "wal")
    #expect(try setting("synchronous") == "2")
    #expect(try setting("foreign_keys") == "1")
    #expect(try setting("trusted_schema") == "0")
    #expect(try setting("secure_delete") == "1")
    #expect(try setting("temp_store") == "2")
    #expect(try setting("busy_timeout") == "5000")
    try connection.execute("PRAGMA writable_schema = ON")
    #expect(throws: SQLError.self, "defensive") {
      try connection.execute("DELETE FROM sqlite_schema")
    }
  }

  @Test func `a full-text index is filled by a statement and not by a trigger`() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script(
      """
      CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
      CREATE VIRTUAL TABLE note_search USING fts5(text, content='note', content_rowid='id');
      INSERT INTO note_search (rowid, text) VALUES (1, 'the quorum was reached');
      CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
        INSERT INTO note_search (rowid, text) VALUES (new.id, new.text);
      END;
      """)
    let found = try connection.query(
      "SELECT rowid FROM note_search WHERE note_search MATCH \("quorum")"
    ) { $0.int(0) }
    #expect(found == [1])
    // The schema is not trusted: what it does by itself may not reach a virtual table.
    #expect(throws: SQLError.self) { try connection.execute("INSERT INTO note (text) VALUES ('')") }
  }

  @Test func `another program's database is refused where an application id is given`() throws {
    let (ours, theirs) = (try path("ours.db"), try path("theirs.db"))
    _ = try Connection(path: ours, applicationID: 7)
    try Connection(path: ours, applicationID: 7).createPeople()
    try Connection(path: ours, mode: .readOnly, applicationID: 7).execute("SELECT 1")
    try Connection(path: theirs).createPeople()
    #expect(
      try kind { _ = try Connection(path: theirs, applicationID: 7) } == .notADatabase)
  }

  @Test func `a read-only connection refuses to write`() throws {
    let path = try path("hub.db")
    try Connection(path: path).createPeople()
    let reader = try Connection(path: path, mode: .readOnly)
    #expect(try kind { try reader.execute("DELETE FROM person") } == .readOnly)
  }
}
