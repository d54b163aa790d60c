import Foundation
import HubApp
import HubModel

/// Reads the arguments and the environment, and runs.
@main
enum Main {
  static func main() {
    let console = Console(
      commands: commands, everyday: Everyday.examples, version: Version.text,
      connect: { try Clients.client(for: $0) })
    let status = console.run(Array(CommandLine.arguments.dropFirst()), on: .system())
    exit(status.rawValue)
  }

  /// Those of the product, and those that need a socket.
  static let commands: [Command] = product + [Serve.command, Completions.command { commands }]

  private static let product = Commands.all
}

/// Where a command's requests go: to a service that was named, else to the database file.
enum Clients {
  static func client(for call: Invocation) throws -> any HubClient {
    if let server = call.globals.server { return try RemoteClient(server, call) }
    let hub = try Hub.open(call.globals.database, readers: 1, clock: call.clock)
    return LocalClient(hub, as: call.globals.caller, language: call.globals.language) { error in
      call.warn(String(describing: error))
    }
  }
}

extension Invocation {
  /// The machine's clock, unless `--clock` fixes the time.
  var clock: @Sendable () -> Moment {
    guard let fixed = globals.clock else { return Hub.systemClock }
    return { fixed }
  }
}
