import Foundation
import Testing

@testable import HubSQL

/// A file that is removed, renamed or replaced while it is open takes no more writes.
@Suite struct MovedFileTests {
  static let losses: [(what: String, lose: @Sendable (String) throws -> Void)] = [
    ("removed", { try FileManager.default.removeItem(atPath: $0) }),
    ("renamed", { try FileManager.default.moveItem(atPath: $0, toPath: $0 + ".away") }),
    (
      "replaced",
      { path in
        try FileManager.default.removeItem(atPath: path)
        try Connection(path: path).script("CREATE TABLE t (x INTEGER)")
      }
    ),
    (
      "replaced by its own copy",
      { path in
        try FileManager.default.copyItem(atPath: path, toPath: path + ".copy")
        guard rename(path + ".copy", path) == 0 else { throw CocoaError(.fileWriteUnknown) }
      }
    ),
    ("without its log", { try FileManager.default.removeItem(atPath: $0 + "-wal") }),
    ("without the index of its log", { try FileManager.default.removeItem(atPath: $0 + "-shm") }),
  ]

  private func isMoved(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return false
    } catch {
      return (error as? SQLError)?.kind == .moved
    }
  }

  @Test(arguments: losses.indices)
  func `nothing is acknowledged that nobody finds again`(_ index: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("moved.db")
    let database = try Database(path: path)
    try database.write { try $0.script("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)") }
    try database.requireInPlace()
    try Self.losses[index].lose(path)
    #expect(isMoved { try database.requireInPlace() })
    #expect(isMoved { try database.write { try $0.execute("INSERT INTO t VALUES (2)") } })
    #expect(isMoved { try database.withWriter { try $0.execute("INSERT INTO t VALUES (2)") } })
    // Nobody is shown one file and then another.
    #expect(isMoved { _ = try database.version() })
  }

  @Test func `a file that goes in the middle of a write is noticed before that is acknowledged`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path("moved.db")
    let database = try Database(path: path)
    #expect(
      isMoved {
        try database.write {
          try $0.script("CREATE TABLE t (x INTEGER)")
          try FileManager.default.removeItem(atPath: path)
        }
      })
  }

  @Test func `a file that is put back is written to again`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("moved.db")
    let database = try Database(path: path)
    try database.write { try $0.script("CREATE TABLE t (x INTEGER)") }
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    #expect(isMoved { try database.write { try $0.execute("INSERT INTO t VALUES (1)") } })
    try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
    try database.write { try $0.execute("INSERT INTO t VALUES (2)") }
    let found = try database.read { try $0.query("SELECT x FROM t") { $0.int(0) } }
    #expect(found == [2])
  }
}
