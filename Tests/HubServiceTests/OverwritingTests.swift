import Foundation
import HubApp
import HubSQL
import HubTestKit
import Testing

/// Nothing is written over but what the same command wrote before; the data file never.
@Suite struct OverwritingTests {
  /// Commands that write the file `%`, as far as they have to be told which.
  static let writers = [
    ["backup", "%"], ["verify", "--write-head", "%"], ["agenda", "write", "M-1", "--out", "%"],
    ["agenda", "new", "B-1", "--out", "%"], ["minutes", "write", "M-1", "--out", "%"],
  ]

  private func run(
    _ arguments: [String], _ story: StoryFile, to file: String, as handle: String = "@farah"
  ) throws -> (status: Int32, output: [UInt8], errors: String) {
    try story.run(arguments.map { $0 == "%" ? file : $0 }, as: handle)
  }

  @Test func `no command writes over the data file or what belongs to it, whatever it is told`()
    throws
  {
    let story = try StoryFile()
    let path = story.database
    // The first opening changes the mode of the file.
    #expect(try story.run(["action", "list"]).status == 0)
    try FileManager.default.createSymbolicLink(
      atPath: story.path("link.db"), withDestinationPath: "hub.db")
    try FileManager.default.linkItem(atPath: path, toPath: story.path("second.db"))
    for name in ["hub.db", "link.db", "second.db", "hub.db-wal", "hub.db-shm", "hub.db.head"] {
      for arguments in Self.writers {
        let before = try Data(contentsOf: URL(filePath: path))
        let run = try run(arguments + ["--overwrite"], story, to: story.path(name))
        #expect(run.status == 5, "\(arguments) \(name): \(run.errors)")
        #expect(run.errors.contains(name) && run.errors.contains("data file"), "\(run.errors)")
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
      }
    }
    #expect(!FileManager.default.fileExists(atPath: story.path("hub.db.head")))
    let restored = try run(["restore", "%", "--overwrite"], story, to: story.path("link.db"))
    #expect(restored.status == 5 && restored.errors.contains("link.db"))
  }

  @Test func `a file of somebody else's stays, until it may be lost`() throws {
    let story = try StoryFile()
    let text = Data("What somebody wrote.".utf8)
    for (number, arguments) in Self.writers.enumerated() {
      let file = story.path("file-\(number)")
      try text.write(to: URL(filePath: file))
      let refused = try run(arguments, story, to: file)
      #expect(refused.status == 5, "\(arguments): \(refused.errors)")
      #expect(refused.errors.contains("--overwrite"))
      #expect(try Data(contentsOf: URL(filePath: file)) == text)
      let told = try run(arguments + ["--overwrite"], story, to: file)
      #expect(told.status == 0, "\(told.errors)")
      // And then it is its own, as long as it says the same.
      let again = try run(arguments, story, to: file)
      #expect(again.status == 0, "\(arguments): \(again.errors)")
    }
  }

  @Test func `exports replace exports, and what somebody else wrote when told so`() throws {
    let story = try StoryFile()
    let folder = story.path("exports")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = Data("What somebody wrote.".utf8)
    for (arguments, name) in [
      (["export", "all"], "hub-all.jsonl"),
      (["export", "digest", "--meeting", "M-1", "--format", "html"], "M-1-digest-en.html"),
      (["export", "digest", "--meeting", "M-1", "--format", "markdown"], "M-1-digest-en.md"),
      (["export", "digest", "--meeting", "M-1", "--format", "json"], "M-1-digest-en.json"),
    ] {
      let file = URL(filePath: folder + "/" + name)
      try text.write(to: file)
      let arguments = arguments + ["--out", folder]
      let refused = try run(arguments, story, to: folder, as: "@admin")
      #expect(refused.status == 5 && refused.errors.contains(name), "\(refused.errors)")
      #expect(try Data(contentsOf: file) == text)
      let told = try run(arguments + ["--overwrite"], story, to: folder, as: "@admin")
      #expect(told.status == 0, "\(told.errors)")
      let again = try run(arguments, story, to: folder, as: "@admin")
      #expect(again.status == 0, "\(name): \(again.errors)")
    }
    // What was refused is not in the history as done: the act of each that was done is.
    let hub = try Hub.open(story.database)
    defer { hub.close() }
    let count = try hub.database.read { connection in
      try connection.first("SELECT COUNT(*) FROM history WHERE act = 'export'") { $0.int(0) }
    }
    #expect(count == 2)
  }
}
