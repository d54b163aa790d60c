/// Commands that work on the data file itself.
enum LocalOnly {
  /// - Throws: wrong usage when a service was named: the file here is not the service's.
  static func check(_ call: Invocation) throws {
    guard let server = call.globals.server else { return }
    throw WrongUsage("usage.localOnly", ["command": call.command.name, "server": server])
  }
}
