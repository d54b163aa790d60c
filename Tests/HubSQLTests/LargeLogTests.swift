import HubFiles
import HubSQL
import Testing

/// The log beside a file that is written to all the time.
@Suite struct LargeLogTests {
  @Test func `a log that somebody made large by reading is small again once they are gone`() throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path("busy.db")
    let database = try Database(path: path)
    let size = { FilePlace.size(of: path + "-wal") }
    try database.write { try $0.script("CREATE TABLE t (x BLOB)") }
    let write = {
      try database.write {
        try $0.execute("INSERT INTO t VALUES (\([UInt8](repeating: 7, count: 1 << 20)))")
      }
    }
    let reader = try Connection(path: path, mode: .readOnly)
    try reader.transaction(.deferred) {
      #expect(try reader.first("SELECT COUNT(*) FROM t") { $0.int(0) } == 0)
      for _ in 0..<20 { try write() }
      #expect(size() > 20 << 20)
    }
    try write()
    #expect(size() <= 4 << 20)
    #expect(try database.read { try $0.first("SELECT COUNT(*) FROM t") { $0.int(0) } } == 21)
  }
}
