import Foundation
import HubSQL
import Testing

/// A file that is opened to be read stays as it is.
@Suite struct ReadingTests {
  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test(arguments: [false, true])
  func `its bytes and its mode stay, and nothing is left beside it`(isBackup: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("hub.db")
    try Connection(path: path).createPeople(["Ada"])
    if isBackup { try Connection(path: path).becomeOneFile() }
    let before = try bytes(path)
    do {
      let database = try Database(path: path, mode: .reading)
      #expect(database.isForReading)
      #expect(try database.read { try $0.names } == ["Ada"])
      #expect(try kind { try database.write { try $0.createPeople() } } == .readOnly)
      #expect(try kind { try database.withWriter { try $0.execute("VACUUM") } } == .readOnly)
      #expect(try bytes(path) == before)
      database.close()
    }
    #expect(try bytes(path) == before)
    #expect(try names(folder) == ["hub.db"])
  }

  @Test func `what others write meanwhile is seen`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("hub.db")
    let other = try Connection(path: path)
    try other.createPeople(["Ada"])
    let database = try Database(path: path, mode: .reading)
    let version = try database.version()
    try other.execute("INSERT INTO person (name) VALUES ('Bo')")
    #expect(try database.read { try $0.names } == ["Ada", "Bo"])
    #expect(try database.version() != version)
  }

  @Test func `a log that somebody left is read, and left`() throws {
    let folder = try TemporaryFolder()
    let (path, copy) = (folder.path("hub.db"), folder.path("copy.db"))
    let other = try Connection(path: path)
    try other.createPeople(["Ada"])
    // As after a kill.
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    let (before, log) = (try bytes(copy), try bytes(copy + "-wal"))
    do {
      let database = try Database(path: copy, mode: .reading)
      #expect(try database.read { try $0.names } == ["Ada"])
      database.close()
    }
    #expect(try bytes(copy) == before)
    #expect(try bytes(copy + "-wal") == log)
  }

  /// What waited for each try as long as for all of them together took forty minutes.
  @Test(.timeLimit(.minutes(1)))
  func `a backup that somebody reads is not waited for without end`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("backup.db")
    try Connection(path: path).createPeople(["Ada"])
    try Connection(path: path).becomeOneFile()
    let reader = try Connection(path: path, mode: .readOnly)
    try reader.transaction(.deferred) {
      #expect(try reader.names == ["Ada"])
      let found = try kind { _ = try Connection(path: path, mode: .readWrite, busyTimeout: 1000) }
      #expect(found == .occupied)
      let source = try Connection(path: folder.path("hub.db"), busyTimeout: 1000)
      try source.createPeople(["Bo"])
      #expect(try kind { try source.backup(to: path) } == .busy)
      // Who only reads need not wait.
      #expect(try Connection(path: path, mode: .reading).names == ["Ada"])
    }
    #expect(try Connection(path: path, mode: .readWrite).names == ["Ada"])
  }
}
