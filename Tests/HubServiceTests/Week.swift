import Foundation
import Testing

/// Somebody at work with `hub`, in a folder of their own: what they type is run as it stands, at
/// the time that it is.
final class Week {
  let folder = FileManager.default.temporaryDirectory.appending(path: "hub-week-\(UUID())")
  private var environment: [String: String]

  /// - Parameter language: of their machine.
  init(speaking language: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "LC_ALL": language, "HOME": folder.path, "PATH": "/usr/bin:/bin", "HUB_CLOCK": "",
    ]
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func isNow(_ moment: String) { environment["HUB_CLOCK"] = moment }

  func set(_ name: String, _ value: String?) { environment[name] = value }

  func add(_ text: String, to file: String) throws {
    let place = folder.appending(path: file)
    let former = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
    try (former + text).write(to: place, atomically: true, encoding: .utf8)
  }

  func text(of file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  /// Runs a line as a shell would: what it says, and what it complains of.
  @discardableResult
  func type(_ line: String, answering typed: String = "") throws -> Said {
    // `export` is said to the shell and holds for what follows.
    if line.hasPrefix("export ") {
      for setting in line.dropFirst("export ".count).split(separator: " ") {
        let parts = setting.split(separator: "=", maxSplits: 1)
        environment[String(parts[0])] = String(parts[1])
      }
      return Said(line: line, status: 0, output: "", errors: "")
    }
    if line.hasPrefix("#") { return Said(line: line, status: 0, output: "", errors: "") }
    let hub = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub").path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "hub() { \"\(hub)\" \"$@\"; }; \(line)"]
    process.currentDirectoryURL = folder
    process.environment = environment
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(typed.utf8))
    try input.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Said(
      line: line, status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// What came of a line.
  struct Said {
    let line: String
    let status: Int32
    let output: String
    let errors: String

    /// It was done, and said this.
    @discardableResult
    func done(
      _ sentence: String = "", sourceLocation: SourceLocation = #_sourceLocation
    ) -> Said {
      #expect(status == 0, "\(line): \(errors)", sourceLocation: sourceLocation)
      #expect(
        (output + errors).contains(sentence) || sentence.isEmpty, "\(line): \(output)\(errors)",
        sourceLocation: sourceLocation)
      return self
    }

    /// It was refused in words that help on.
    func refused(_ sentence: String, sourceLocation: SourceLocation = #_sourceLocation) {
      #expect(status != 0, "\(line): \(output)", sourceLocation: sourceLocation)
      #expect(errors.contains(sentence), "\(line): \(errors)", sourceLocation: sourceLocation)
    }

    /// The lines to type that it offers.
    var offers: [String] {
      output.split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { $0.hasPrefix("hub ") || $0.hasPrefix("export ") || $0.hasPrefix("# ") }
        .map(String.init)
    }
  }
}
