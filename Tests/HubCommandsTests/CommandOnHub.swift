import HubApp
import HubCommands
import HubConsole
import HubTestKit
import HubWords

/// A command of the product on a hub in this process.
enum CommandOnHub {
  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - typed: what somebody types at a terminal; nil where there is none.
  ///   - width: the columns of a terminal without colours; nil where there is none.
  static func run(
    _ hub: Hub, _ arguments: [String], typed: String? = nil, width: Int? = nil,
    environment: [String: String] = [:]
  ) -> (status: HubConsole.ExitStatus, output: String, errors: String) {
    let recorded = RecordedTerminal()
    let api = API(hub)
    let console = Console(
      .hub(version: Version.text), commands: Commands.all,
      connect: { call in
        LocalClient(at: API.root, as: call.globals.caller, language: call.words.language) {
          api.respond(to: $0)
        }
      })
    let status = console.run(
      arguments,
      on: recorded.terminal(
        width: width, isTerminal: typed != nil || width != nil, input: typed ?? "",
        environment: width == nil ? environment : ["NO_COLOR": "1"]))
    return (status, recorded.output, recorded.errors)
  }
}
