import Foundation

/// A `hub-test-writer` that was built beside the tests.
final class OtherProcess {
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()

  init(_ arguments: String...) throws {
    process.executableURL = URL(filePath: CommandLine.arguments[0])
      .deletingLastPathComponent().appending(path: "hub-test-writer")
    process.arguments = arguments
    process.standardOutput = output
    process.standardInput = input
    try process.run()
  }

  deinit { end() }

  /// The next whole lines that it said, waiting for some; nil once it has ended.
  func lines() -> [String]? {
    var data = output.fileHandleForReading.availableData
    guard !data.isEmpty else { return nil }
    while data.last != UInt8(ascii: "\n") {
      let more = output.fileHandleForReading.availableData
      // A line without its end was not said: the process died over it.
      guard !more.isEmpty else { break }
      data += more
    }
    let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { data[...$0] } ?? Data()
    return String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// SIGKILL: nothing of the process runs any more.
  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Ends its input, and waits for it to end.
  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
