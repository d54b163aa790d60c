import HubApp
import HubCommands
import HubConsole
import HubModel
import HubWords

/// Where a command's requests go: to a service that was named, else to the database file.
enum Clients {
  static func client(for call: Invocation) throws -> any HubClient {
    if let server = call.globals.server {
      return try RemoteClient(server, call, token: call.globals.token)
    }
    let hub = try call.openHub()
    let api = API(hub)
    return LocalClient(at: API.root, as: call.globals.caller, language: call.words.language) {
      api.respond(to: $0) { error in call.warn(String(describing: error)) }
    }
  }
}
