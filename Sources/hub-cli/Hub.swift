import Foundation
import HubApp
import HubCommands
import HubConsole

/// Reads the arguments and the environment, and runs.
@main
enum Main {
  static func main() {
    let console = Console(
      .hub(version: Version.text, files: { Hub.files(of: $0) }), commands: commands,
      connect: { try Clients.client(for: $0) })
    let status = console.run(Array(CommandLine.arguments.dropFirst()), on: .system())
    exit(status.rawValue)
  }

  /// Those that ask the API, those that work on the file itself, and those that need a socket.
  static let commands: [Command] =
    Commands.all(beside: local) + [
      Serve.command, Completions.command { commands }, Manual.command { commands },
    ]

  private static let local =
    ServiceSignIn.commands + SetupCommands.all + VerificationCommands.all + RebuildCommands.all
    + BackupCommands.all
    + WholeExportCommands.all
}
