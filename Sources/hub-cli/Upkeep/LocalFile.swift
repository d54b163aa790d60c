import HubApp
import HubCommands
import HubConsole
import HubModel

/// The data file that a command works on itself, and never through a service.
enum LocalFile {
  /// - Throws: wrong usage when a service was named: the file here is not the service's, and
  ///   would be taken for it in silence.
  static func check(_ call: Invocation) throws {
    guard let server = call.globals.server else { return }
    throw WrongUsage("usage.localOnly", ["command": call.command.name, "server": server])
  }

  /// Opens it, until the command ends.
  static func open(_ call: Invocation) throws -> Hub {
    try check(call)
    return try call.openHub()
  }

  /// The head of a history as it was written down.
  static func head(at path: String, in call: Invocation) throws -> Head {
    let text = String(decoding: try TextFile.read(path, in: call), as: UTF8.self)
    return try HeadFile(text: text).head
  }
}
