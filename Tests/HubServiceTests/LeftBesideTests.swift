import Foundation
import HubApp
import HubSQL
import HubTestKit
import Testing

/// What a command wrote is in the data file once it has ended, and nothing is left beside it.
@Suite struct LeftBesideTests {
  static let commands: [(arguments: [String], status: Int32)] = [
    (["action", "list"], 0), (["action", "show", "A-1"], 0), (["action", "show", "A-999"], 3),
    (["action", "edit", "A-1", "--due", "2019-07-01"], 0),
    (["action", "edit", "A-1", "--due", "never"], 2), (["search", "visits"], 0),
    (["action", "add", "--body", "B-1", "--title-en", "Call Denis", "--title-fr", "Appeler"], 0),
    (["agenda", "check", "/nowhere.md"], 1), (["export", "digest", "--meeting", "M-1"], 0),
    (["verify"], 0), (["rebuild"], 0), (["backup", "%/backup.db"], 0),
    (["verify", "--database", "%/backup.db"], 0),
    (["restore", "%/backup.db", "--database", "%/restored.db"], 0),
    (["restore", "%/backup.db", "--database", "%/restored.db", "--overwrite"], 0),
    (["restore", "%/nothing.db", "--database", "%/new.db"], 1),
    (["backup", "%/restored.db"], 0), (["export", "all", "--out", "%"], 0),
    (["init", "--database", "%/new.db", "--name-en", "New", "--name-fr", "Neuf"], 0),
    (["init", "--database", "%/new.db", "--name-en", "New", "--name-fr", "Neuf"], 5),
    (["init", "--database", "%/sample.db", "--sample"], 0), (["complete", "reference"], 0),
    (["completions", "bash"], 0), (["serve", "--listen", "256.0.0.1:1"], 1), (["--help"], 0),
  ]

  @Test func `nothing is left beside the data file by any command, done or refused`() throws {
    let story = try StoryFile()
    for (arguments, status) in Self.commands {
      let arguments = arguments.map { $0.replacing("%", with: story.folder.path) }
      let run =
        arguments.contains("--database")
        ? try HubCommand.run(arguments) : try story.run(arguments, as: "@admin")
      #expect(run.status == status, "\(arguments): \(run.errors)")
      let left = try story.names.filter { name in
        (Database.companions + [".writing"]).contains { name.hasSuffix($0) }
      }
      #expect(left == [], "\(arguments)")
    }
    // What was written is in the file alone.
    try FileManager.default.copyItem(atPath: story.database, toPath: story.path("copy.db"))
    let found = try story.run(["action", "list"], on: "copy.db")
    #expect(String(decoding: found.output, as: UTF8.self).contains("Call Denis"))
  }

  @Test func `a reader that goes away and a disk that is full are told, and leave nothing`() throws
  {
    let story = try StoryFile()
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub").path
    for (end, expected) in [("| true", "1\n"), ("> /dev/full", "1\n")] {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = [
        "-c",
        "\"$0\" action list --database \"$1\" --as @farah \(end); echo ${PIPESTATUS[0]}",
        hub, story.database,
      ]
      process.environment = ["LC_ALL": "C.UTF-8"]
      let (output, errors) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      let complained = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      // Whoever stops reading may have been there long enough.
      #expect(said == expected || end == "| true" && said == "0\n")
      #expect(complained.isEmpty == (end == "| true"))
      #expect(try story.names == ["hub.db"])
    }
  }

  @Test func `a backup that was left in the mode with a log is read as it is`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let file = story.path("100% sure? #1.db")
    try Backup.write(story.hub, to: file)
    try Hub.open(file).close()
    let before = try Data(contentsOf: URL(filePath: file))
    try Backup.restore(file, to: story.path("new.db"))
    #expect(try Data(contentsOf: URL(filePath: file)) == before)
    #expect(!FileManager.default.fileExists(atPath: file + "-wal"))
    #expect(!FileManager.default.fileExists(atPath: file + "-shm"))
  }
}
