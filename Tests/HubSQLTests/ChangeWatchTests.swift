import Testing

@testable import HubSQL

@Suite struct ChangeWatchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `every commit of any connection is noticed, and nothing else`() throws {
    let path = folder.path("watched.db")
    let database = try Database(path: path)
    defer { database.close() }
    try database.write { try $0.execute("CREATE TABLE t (n INTEGER)") }
    _ = try database.version()
    var last = try database.version()
    #expect(try database.version() == last)
    // A reader, and a write that is undone, change nothing.
    _ = try database.read { try $0.first("SELECT COUNT(*) FROM t", { $0.int(0) }) }
    struct Undone: Error {}
    try? database.write {
      try $0.execute("INSERT INTO t VALUES (1)")
      throw Undone()
    }
    #expect(try database.version() == last)
    let other = try Connection(path: path)
    for round in 0..<100 {
      if round.isMultiple(of: 2) {
        try database.write { try $0.execute("INSERT INTO t VALUES (2)") }
      } else {
        try other.execute("INSERT INTO t VALUES (3)")
      }
      let version = try database.version()
      #expect(version > last, "after \(round) commits")
      last = version
    }
    // The file takes the log in, and the log begins again: neither hides a commit.
    _ = try other.first("PRAGMA wal_checkpoint(TRUNCATE)", []) { $0.int(0) }
    last = try database.version()
    try other.execute("DELETE FROM t")
    #expect(try database.version() > last)
  }

  @Test func `what is read is never older than the version that was taken before`() throws {
    let path = folder.path("raced.db")
    let database = try Database(path: path)
    defer { database.close() }
    try database.write { try $0.execute("CREATE TABLE t (n INTEGER)") }
    let other = try Connection(path: path)
    try other.execute("INSERT INTO t VALUES (0)")
    _ = try database.version()
    for round in 1...50 {
      try other.execute("UPDATE t SET n = \(round)")
      let before = try database.version()
      let read = try database.read { try $0.first("SELECT n FROM t", { $0.int(0) }) }
      #expect(read == round)
      #expect(try database.version() == before)
    }
  }

  @Test func `without a write-ahead log it is a statement that tells`() throws {
    let path = folder.path("plain.db")
    let watch = ChangeWatch { try Connection(path: path, mode: .readOnly) }
    let writer = try Connection(path: path)
    _ = try writer.first("PRAGMA journal_mode = DELETE", []) { $0.string(0) }
    try writer.execute("CREATE TABLE t (n INTEGER)")
    var last = try watch.current()
    for _ in 0..<5 {
      #expect(try watch.current() == last)
      try writer.execute("INSERT INTO t VALUES (1)")
      #expect(try watch.current() > last)
      last = try watch.current()
    }
    watch.close()
    #expect(throws: SQLError.self) { try watch.current() }
  }
}
