import Foundation
import Synchronization
import Testing

@testable import HubSQL

@Suite struct GroupCommitTests {
  private func database(_ folder: TemporaryFolder) throws -> Database {
    let database = try Database(path: folder.path("group.db"))
    try database.withWriter {
      try $0.script("CREATE TABLE words (word TEXT NOT NULL UNIQUE) STRICT")
    }
    return database
  }

  @Test func `writes of many threads all land, each once`() throws {
    let folder = try TemporaryFolder()
    let database = try database(folder)
    let failures = Mutex(0)
    for round in 0..<10 {
      let threads = (0..<16).map { index in
        let thread = Thread {
          do {
            try database.write {
              try $0.execute("INSERT INTO words VALUES (\("\(round)-\(index)"))")
            }
          } catch {
            failures.withLock { $0 += 1 }
          }
        }
        thread.start()
        return thread
      }
      while threads.contains(where: { !$0.isFinished }) { usleep(200) }
    }
    let count = try database.read { try $0.first("SELECT COUNT(*) FROM words") { $0.int(0) } }
    #expect(failures.withLock { $0 } == 0)
    #expect(count == 160)
  }

  @Test func `a write that fails in a group undoes itself and no other`() throws {
    let folder = try TemporaryFolder()
    let database = try database(folder)
    let refused = Mutex(0)
    let threads = (0..<16).map { index in
      let thread = Thread {
        do {
          try database.write {
            try $0.execute("INSERT INTO words VALUES (\("own-\(index)"))")
            try $0.execute("INSERT INTO words VALUES (\("shared-\(index / 2)"))")
          }
        } catch {
          refused.withLock { $0 += 1 }
        }
      }
      thread.start()
      return thread
    }
    while threads.contains(where: { !$0.isFinished }) { usleep(200) }
    let counts = try database.read {
      try $0.query("SELECT COUNT(*) FROM words WHERE word LIKE \("own-%")") { $0.int(0) }
    }
    #expect(refused.withLock { $0 } == 8)
    #expect(counts == [8])
  }

  @Test func `a write inside a write is refused instead of waiting for itself`() throws {
    let folder = try TemporaryFolder()
    let database = try database(folder)
    #expect(throws: SQLError.self) {
      try database.write { _ in try database.write { try $0.execute("DELETE FROM words") } }
    }
    try database.write { try $0.execute("INSERT INTO words VALUES ('after')") }
  }
}
