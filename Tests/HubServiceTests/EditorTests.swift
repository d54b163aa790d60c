import Foundation
import Testing

/// Minutes in an editor, in a terminal: as people have it.
@Suite struct EditorTests {
  /// A command in a pseudo-terminal of its own, which `script` gives it.
  private final class Screen {
    private let process = Process()
    private let keys = Pipe()
    private let output = Pipe()
    private(set) var seen = ""

    init(_ story: StoryFile, _ arguments: [String], editor: String) throws {
      let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "hub").path
      let words = [hub] + arguments + ["--database", story.database, "--as", "@sam"]
      process.executableURL = URL(filePath: "/usr/bin/script")
      process.arguments = [
        "-qec", "exec " + words.map { "'\($0)'" }.joined(separator: " "), "/dev/null",
      ]
      process.environment = [
        "LC_ALL": "C.UTF-8", "TERM": "xterm", "EDITOR": editor, "PATH": "/usr/bin:/bin",
        "TMPDIR": story.path(""), "SHELL": "/bin/sh",
      ]
      process.standardInput = keys
      process.standardOutput = output
      try process.run()
    }

    func type(_ text: String) throws {
      try keys.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// Waits until something is on the screen.
    func wait(for text: String) throws {
      while !seen.contains(text) {
        let more = output.fileHandleForReading.availableData
        try #require(!more.isEmpty, "the screen never said “\(text)”: \(seen)")
        seen += String(decoding: more, as: UTF8.self)
      }
    }

    func end() -> Int32 {
      seen += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  private let story: StoryFile
  private let decision = "- Decision: Adopt R-1. / Adopter R-1. (consensus)"

  init() throws { story = try StoryFile() }

  private func decisions() throws -> String {
    String(decoding: try story.run(["decision", "list"]).output, as: UTF8.self)
  }

  @Test(.timeLimit(.minutes(2))) func `nano opens, takes what is typed, and it is saved`() throws {
    let screen = try Screen(story, ["minutes", "edit", "M-1"], editor: "nano")
    // The title has room for no more than the name of the file.
    try screen.wait(for: "Exit")
    // To the end of the file; then the words; write it out; leave.
    try screen.type("\u{17}\u{16}\r\(decision)\r\u{0F}")
    try screen.wait(for: "File Name to Write")
    try screen.type("\r\u{18}")
    #expect(screen.end() == 0, "\(screen.seen)")
    #expect(screen.seen.contains("D-1"))
    #expect(try decisions().contains("Adopt R-1."))
  }

  @Test(.timeLimit(.minutes(2)))
  func `what was written is kept and its place told when the editor is broken off`() throws {
    let editor = story.path("editor")
    try "echo '\(decision)' >> \"$1\"\necho writing\nexec sleep 60\n"
      .write(toFile: editor, atomically: true, encoding: .utf8)
    let screen = try Screen(story, ["minutes", "edit", "M-1"], editor: "sh \(editor)")
    try screen.wait(for: "writing")
    try screen.type("\u{03}")
    #expect(screen.end() == 1)
    let kept = try #require(
      screen.seen.split(whereSeparator: { "“”".contains($0) }).first { $0.hasSuffix(".md") })
    #expect(try String(contentsOfFile: String(kept), encoding: .utf8).contains(decision))
  }

  @Test func `what cannot be saved is refused before the editor opens`() throws {
    func refused() throws -> String {
      let screen = try Screen(story, ["minutes", "edit", "M-1"], editor: "echo opened")
      #expect(screen.end() == 1)
      #expect(!screen.seen.contains("opened"))
      return screen.seen
    }
    _ = try story.run(["meeting", "cancel", "M-1", "--reason", "A storm"])
    #expect(try refused().contains("M-1"))
  }
}
