import Foundation
import HubApp
import HubModel
import HubTestKit
import HubWords
import Testing

/// Where nothing can be written everything can be read, and what would write says so.
@Suite struct ReadOnlyTests {
  private func head(_ story: StoryFile) throws -> Head {
    let hub = try Hub.open(story.database)
    defer { hub.close() }
    return try hub.headFile().head
  }

  @Test(.enabled(if: SmallDisk.isPossible, SmallDisk.condition), arguments: [false, true])
  func `on a disk that can only be read`(hasLogMode: Bool) throws {
    let story = try StoryFile()
    if hasLogMode { #expect(try story.run(["action", "list"]).status == 0) }
    let disk = try SmallDisk(megabytes: 8)
    let path = disk.path("hub.db")
    try FileManager.default.copyItem(atPath: story.database, toPath: path)
    try disk.becomeReadOnly()
    func run(_ arguments: String...) throws -> (status: Int32, output: [UInt8], errors: String) {
      try HubCommand.run(arguments + ["--database", path, "--as", "@farah"])
    }
    for arguments in [
      ["verify"], ["action", "list"], ["action", "show", "A-1"], ["search", "Rosa"],
      ["export", "digest", "--meeting", "M-1"], ["agenda", "write", "M-1"],
      ["backup", story.path("copy.db")],
    ] {
      let run = try HubCommand.run(arguments + ["--database", path, "--as", "@farah"])
      #expect(run.status == 0, "\(arguments): \(run.errors)")
    }
    #expect(try story.run(["verify"], on: "copy.db").status == 0)
    let sentence = Words(.en).sentence(Fault("databaseReadOnly"))
    for arguments in [
      ["action", "edit", "A-1", "--due", "2019-07-01"], ["serve", "--listen", "127.0.0.1:0"],
    ] {
      let run = try HubCommand.run(arguments + ["--database", path, "--as", "@farah"])
      #expect(run.status == 1 && run.errors.contains(sentence), "\(arguments): \(run.errors)")
    }
    let backup = try run("backup", disk.path("copy.db"))
    #expect(backup.status == 1 && backup.errors.contains("copy.db"))
  }

  /// As who has no rights but everybody's, which only root can become.
  @Test(.enabled(if: SmallDisk.isPossible, SmallDisk.condition))
  func `in a folder that can only be read, and with a file that may not be read`() throws {
    let story = try StoryFile()
    #expect(try story.run(["action", "list"]).status == 0)
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub").path
    func run(_ arguments: String...) throws -> (status: Int32, errors: String) {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments =
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", hub] + arguments
        + ["--database", story.database, "--as", "@farah"]
      process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      process.standardOutput = FileHandle.nullDevice
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, said)
    }
    func permit(_ mode: Int) throws {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: story.database)
    }
    try permit(0o644)
    let list = try run("action", "list")
    #expect(list.status == 0, "\(list.errors)")
    #expect(try run("verify").status == 0)
    let edit = try run("action", "edit", "A-1", "--due", "2019-07-01")
    #expect(edit.errors.contains(Words(.en).sentence(Fault("databaseReadOnly"))), "\(edit.errors)")
    try permit(0o600)
    for refused in [try run("action", "list"), try run("verify")] {
      #expect(refused.status == 1)
      #expect(
        refused.errors.contains(Words(.en).sentence(Fault("databaseForbidden"))),
        "\(refused.errors)")
    }
  }

  @Test(.enabled(if: SmallDisk.isPossible, SmallDisk.condition))
  func `an agenda is not published whose file cannot be written`() throws {
    let story = try StoryFile()
    let disk = try SmallDisk(megabytes: 1)
    let file = disk.path("next.md")
    let new = try story.run(["agenda", "new", "B-1", "--date", "2019-09-10", "--out", file])
    #expect(new.status == 0, "\(new.errors)")
    try disk.becomeReadOnly()
    let before = try head(story)
    let run = try story.run(["agenda", "publish", file, "--write"])
    #expect(run.status == 1 && run.errors.contains("next.md"), "\(run.errors)")
    #expect(run.errors.contains("cannot be written"))
    #expect(try head(story) == before)
  }

  @Test func `what is verified stays as it is`() throws {
    let story = try StoryFile()
    let file = story.path("backup.db")
    #expect(try story.run(["backup", file]).status == 0)
    let before = try Data(contentsOf: URL(filePath: file))
    let names = try story.names
    let run = try story.run(["verify", "--head", file + ".head"], on: "backup.db")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Data(contentsOf: URL(filePath: file)) == before)
    #expect(try story.names == names)
  }

  @Test func `only their owner reads what commands write of the data, whatever the mask`() throws {
    let story = try StoryFile()
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub").path
    let new = story.path("new.db")
    for arguments in [
      ["init", "--name-en", "New", "--name-fr", "Neuf", "--admin", "@me"],
      ["backup", story.path("copy.db")], ["verify", "--write-head", story.path("kept.head")],
      ["export", "all", "--out", story.path("exports"), "--as", "@me"],
    ] {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments =
        ["-c", #"umask 0; exec "$0" "$@""#, hub] + arguments + ["--database", new]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(arguments)")
    }
    let open = try Hub.open(new)
    defer { open.close() }
    let files = [
      "new.db", "new.db-wal", "new.db-shm", "copy.db", "copy.db.head", "kept.head",
      "exports/hub-all.jsonl",
    ]
    for name in files {
      let attributes = try FileManager.default.attributesOfItem(atPath: story.path(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  static let commands = [
    ["--help"], ["--version"], ["action"], ["action", "list"], ["action", "show", "A-1"],
    ["action", "list", "--json"], ["agenda", "write", "M-1"], ["completions", "bash"],
    ["complete", "reference"], ["export", "digest", "--meeting", "M-1"], ["verify"],
    ["verify", "--json"], ["search", "Rosa"], ["token", "create", "--name", "x"],
  ]

  @Test func `no command ends well whose answer did not arrive`() throws {
    let story = try StoryFile()
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub").path
    for arguments in Self.commands {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", #"exec "$0" "$@" > /dev/full"#, hub] + arguments
      process.environment = [
        "LC_ALL": "C.UTF-8", "HUB_DATABASE": story.database, "HUB_AS": "@farah",
      ]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 1, "\(arguments)")
      #expect(said.contains("standard output"), "\(arguments): \(said)")
    }
  }
}
