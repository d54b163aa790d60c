import Foundation

/// The `hub` command as a process of its own.
enum HubCommand {
  /// Runs it to its end.
  ///
  /// - Parameter token: for the service that it asks.
  static func run(_ arguments: [String], token: String? = nil) throws -> (
    status: Int32, output: [UInt8], errors: String
  ) {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "hub")
    process.arguments = arguments
    process.environment = ["LC_ALL": "C.UTF-8", "HUB_TOKEN": token ?? ""]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, Array(said), String(decoding: complained, as: UTF8.self))
  }
}
