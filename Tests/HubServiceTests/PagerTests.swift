import Foundation
import Testing

/// Long answers in a terminal, page by page.
@Suite struct PagerTests {
  private let story: StoryFile
  private var kept: String { story.path("paged") }

  init() throws { story = try StoryFile() }

  /// What a terminal of so many rows shows.
  private func run(
    _ arguments: [String], rows: Int, pager: String?
  ) throws -> (status: Int32, seen: String) {
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub").path
    let words = [hub] + arguments + ["--database", story.database]
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = [
      "-qec",
      "stty rows \(rows) cols 80; exec " + words.map { "'\($0)'" }.joined(separator: " "),
      "/dev/null",
    ]
    var environment = [
      "LC_ALL": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh",
    ]
    environment["HUB_PAGER"] = pager
    process.environment = environment
    process.standardInput = Pipe()
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let seen = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: seen, as: UTF8.self))
  }

  private var paged: String? { try? String(contentsOfFile: kept, encoding: .utf8) }

  @Test(.timeLimit(.minutes(2))) func `what is longer than the screen goes to the pager`() throws {
    let run = try run(["--help"], rows: 10, pager: "tee \(kept)")
    #expect(run.status == 0)
    #expect(run.seen.contains("recommendation"))
    #expect(try #require(paged).contains("recommendation"))
  }

  @Test(.timeLimit(.minutes(2))) func `what fits, or is asked for whole, does not`() throws {
    #expect(try run(["--version"], rows: 10, pager: "tee \(kept)").status == 0)
    #expect(try run(["--help", "--no-pager"], rows: 10, pager: "tee \(kept)").status == 0)
    #expect(try run(["--help"], rows: 200, pager: "tee \(kept)").status == 0)
    #expect(try run(["--help"], rows: 10, pager: "").seen.contains("recommendation"))
    #expect(paged == nil)
  }

  @Test(.timeLimit(.minutes(2))) func `a pager that is not there keeps nothing from anybody`()
    throws
  {
    let run = try run(["--help"], rows: 10, pager: "no-such-pager")
    #expect(run.status == 0)
    #expect(run.seen.contains("recommendation"))
  }
}
