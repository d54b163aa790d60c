import Foundation
import HubApp

/// Reads the arguments and the environment, and runs.
@main
enum Main {
  static func main() {
    let console = Console(
      commands: Commands.all, everyday: Everyday.examples, version: Version.text,
      connect: Connection.client)
    let status = console.run(Array(CommandLine.arguments.dropFirst()), on: .system())
    exit(status.rawValue)
  }
}

/// Where a command's requests go.
enum Connection {
  static func client(for call: Invocation) throws -> any HubClient {
    let hub: Hub
    if let fixed = call.globals.clock {
      hub = try Hub.open(call.globals.database, readers: 1, clock: { fixed })
    } else {
      hub = try Hub.open(call.globals.database, readers: 1)
    }
    return LocalClient(hub, as: call.globals.caller, language: call.globals.language) { error in
      call.warn(String(describing: error))
    }
  }
}
