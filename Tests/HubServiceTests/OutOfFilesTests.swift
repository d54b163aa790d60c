import Foundation
import HubModel
import HubWords
import Testing

/// What a command says that may open no further file.
@Suite struct OutOfFilesTests {
  @Test func `who has run out of files is told so, and not to begin a new hub`() throws {
    let story = try StoryFile()
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub").path
    let sentence = Words(.en).sentence(Fault("outOfFiles"))
    var told = 0
    // Its own three streams, and less than the data file with its log takes.
    for limit in 3...6 {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [
        "-c", #"ulimit -n "$2"; exec "$0" verify --database "$1""#, hub, story.database,
        String(limit),
      ]
      process.environment = ["LC_ALL": "C.UTF-8"]
      let errors = Pipe()
      process.standardOutput = FileHandle.nullDevice
      process.standardError = errors
      try process.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(!said.contains("hub init"), "\(limit): \(said)")
      if said.contains(sentence) { told += 1 }
    }
    #expect(told > 0)
  }
}
