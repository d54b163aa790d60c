import HubApp
import HubCommands
import HubConsole
import HubModel
import HubWords

/// Where a command's requests go: to a service that was named, else to the database file.
enum Clients {
  static func client(for call: Invocation) throws -> any HubClient {
    if let server = call.globals.server { return try RemoteClient(server, call) }
    let hub = try Hub.open(call.globals.database, readers: 1, clock: call.clock)
    let api = API(hub)
    return LocalClient(at: API.root, as: call.globals.caller, language: call.words.language) {
      api.respond(to: $0) { error in call.warn(String(describing: error)) }
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
