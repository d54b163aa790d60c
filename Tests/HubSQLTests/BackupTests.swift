import Foundation
import HubSQL
import Testing

@Suite struct BackupTests {
  @Test func `a backup is the state at the call while another connection writes`() throws {
    let folder = try TemporaryFolder()
    let source = try Connection(path: folder.path("hub.db"))
    try source.createPeople()
    try source.transaction {
      for number in 1...30_000 {
        try source.execute(
          "INSERT INTO person (name) VALUES (?)", [.text("a name of some length \(number)")])
      }
    }
    let writer = try Connection(path: folder.path("hub.db"))
    var reports: [(Int, Int)] = []
    try source.backup(to: folder.path("copy.db")) { remaining, total in
      reports.append((remaining, total))
      #expect(throws: Never.self) { try writer.execute("DELETE FROM person WHERE id % 2 = 0") }
    }
    #expect(reports.count > 1)
    #expect(reports.last?.0 == 0)
    #expect(reports.allSatisfy { $0.1 == reports[0].1 })

    let copy = try Connection(path: folder.path("copy.db"), mode: .readOnly)
    #expect(try copy.first("SELECT count(*) FROM person") { $0.int(0) } == 30_000)
    #expect(try copy.first("PRAGMA integrity_check") { $0.string(0) } == "ok")
    #expect(try copy.first("PRAGMA journal_mode") { $0.string(0) } == "delete")
    #expect(try source.first("SELECT count(*) FROM person") { $0.int(0) } == 15_000)
  }

  @Test func `an older backup is replaced as a whole`() throws {
    let folder = try TemporaryFolder()
    let source = try Connection.withPeople("Ada")
    try source.backup(to: folder.path("copy.db"))
    try source.execute("INSERT INTO person (name) VALUES ('Bo')")
    try source.backup(to: folder.path("copy.db"))
    #expect(try Connection(path: folder.path("copy.db"), mode: .readOnly).names == ["Ada", "Bo"])
  }

  @Test func `a database is not copied onto itself`() throws {
    let folder = try TemporaryFolder()
    let source = try Connection(path: folder.path("hub.db"))
    try source.createPeople(["Ada"])
    #expect(throws: SQLError.self) { try source.backup(to: folder.path("./hub.db")) }
    #expect(try source.names == ["Ada"])
  }

  @Test func `a backup into a missing folder says so`() throws {
    let folder = try TemporaryFolder()
    let source = try Connection.withPeople("Ada")
    #expect(try kind { try source.backup(to: folder.path("missing/copy.db")) } == .cannotOpen)
    #expect(try source.names == ["Ada"])
  }

  @Test func `a backup is refused while the connection itself is writing`() throws {
    let folder = try TemporaryFolder()
    let source = try Connection.withPeople("Ada")
    try source.transaction {
      try source.execute("DELETE FROM person")
      #expect(try kind { try source.backup(to: folder.path("copy.db")) } == .busy)
    }
  }
}
