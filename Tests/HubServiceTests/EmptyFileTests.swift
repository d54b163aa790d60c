import Foundation
import HubApp
import HubModel
import HubSQL
import Testing

/// A file with nothing in it is no hub, and none is left half made.
@Suite struct EmptyFileTests {
  static let empties: [@Sendable (String) throws -> Void] = [
    { try Data().write(to: URL(filePath: $0)) },
    { try Connection(path: $0).script("PRAGMA application_id = \(0x4855_4231)") },
  ]

  @Test(arguments: empties.indices)
  func `an empty file is refused by everything and stays as it is`(_ index: Int) throws {
    let story = try StoryFile()
    let empty = story.path("empty.db")
    try Self.empties[index](empty)
    let before = try Data(contentsOf: URL(filePath: empty))
    #expect(try story.run(["backup", story.path("backup.db")], as: "@admin").status == 0)
    let backup = try Data(contentsOf: URL(filePath: story.path("backup.db")))
    for arguments in [
      ["verify"], ["action", "list"], ["rebuild"], ["backup", story.path("backup.db")],
      ["export", "all", "--out", story.folder.path], ["serve", "--listen", "127.0.0.1:0"],
      ["restore", empty, "--database", story.path("new.db")],
    ] {
      let run =
        arguments.contains("--database")
        ? try HubCommand.run(arguments) : try story.run(arguments, as: "@admin", on: "empty.db")
      #expect(run.status == 1, "\(arguments): \(run.errors)")
      #expect(run.errors.contains("is empty"), "\(arguments): \(run.errors)")
    }
    let own = try story.run(
      ["init", "--name-en", "New", "--name-fr", "Neuf"], on: "empty.db")
    #expect(own.status == 5)
    #expect(try Data(contentsOf: URL(filePath: empty)) == before)
    #expect(try Data(contentsOf: URL(filePath: story.path("backup.db"))) == backup)
    #expect(try story.names == ["backup.db", "backup.db.head", "empty.db", "hub.db"])
    do {
      _ = try Hub.open(empty)
      Issue.record("opened")
    } catch Refusal.unavailable(let fault) {
      #expect(fault.code == "databaseEmpty")
    }
  }

  @Test(arguments: ["en", "fr"])
  func `a network with a name in one language keeps its texts in that one`(
    _ language: String
  ) throws {
    let story = try StoryFile()
    let made = try story.run(["init", "--name-\(language)", "New"], on: "new.db")
    #expect(made.status == 0, "\(made.errors)")
    let shown = try story.run(["network", "show", "N-1", "--json"], as: "@admin", on: "new.db")
    let record = String(decoding: shown.output, as: UTF8.self)
    #expect(record.contains("\"languages\":[\"\(language)\"]"), "\(record)")
  }

  @Test func `of several who begin a network at once one does, and its file is whole`() async throws
  {
    let story = try StoryFile()
    let path = story.path("new.db")
    let statuses = await withTaskGroup(of: Int32?.self, returning: [Int32?].self) { group in
      for name in ["One", "Two", "Three", "Four"] {
        group.addTask {
          try? HubCommand.run(
            ["init", "--database", path, "--name-en", name, "--name-fr", name, "--admin", "@me"]
          ).status
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.filter { $0 == 0 }.count == 1)
    #expect(statuses.filter { $0 == 5 }.count == 3)
    #expect(try story.run(["verify"], as: "@me", on: "new.db").status == 0)
    #expect(try story.names == ["hub.db", "new.db"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let hub = try Hub.open(path)
    defer { hub.close() }
    let networks = try hub.database.read { connection in
      try connection.first("SELECT COUNT(*) FROM networks") { $0.int(0) }
    }
    #expect(networks == 1)
  }

  @Test func `an init that is killed leaves no data file`() throws {
    let story = try StoryFile()
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub")
    for wait: UInt32 in [20_000, 60_000, 120_000, 200_000] {
      let path = story.path("killed-\(wait).db")
      let process = Process()
      process.executableURL = hub
      process.arguments = ["init", "--sample", "--database", path]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(wait)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard FileManager.default.fileExists(atPath: path) else { continue }
      // It was done before the end came.
      #expect(try story.run(["verify"], on: "killed-\(wait).db").status == 0)
    }
  }

  @Test func `a log that was left is not played into a new file`() throws {
    let story = try StoryFile()
    try Data("left".utf8).write(to: URL(filePath: story.path("new.db-wal")))
    let run = try story.run(["init", "--name-en", "New", "--name-fr", "Neuf"], on: "new.db")
    #expect(run.status == 5 && run.errors.contains("new.db-wal"), "\(run.errors)")
    #expect(try story.names == ["hub.db", "new.db-wal"])
  }
}
