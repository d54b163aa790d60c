import HubCommands
import HubModel
import HubTestKit
import Synchronization

@testable import HubConsole

/// A console with a few commands that tell what they were given.
enum SampleConsole {
  struct NoClient: Error {}

  static let commands: [Command] = [
    Command(
      "action", "list",
      options: [
        Option("state", .choice(ActionItem.State.allCases.map(\.rawValue)), repeated: true),
        Option("due", .day),
        Option("limit", .number(1...500), short: "n"),
        Option("all", .flag),
      ],
      examples: [Example("hub action list --state open", "help.everyday")],
      purpose: "type.actionItem.plural", run: tell),
    Command(
      "action", "block", arguments: [Argument("reference", .reference([.actionItem]))],
      options: [Option("reason", required: true)], purpose: "verb.actionItem.block", run: tell),
    Command(
      "search", arguments: [Argument("text", repeated: true)], run: tell),
    Command(
      "agenda", "check", arguments: [Argument("file", .file)],
      purpose: "command.agenda", run: { _ in throw refusal.withLock { $0 } }),
    Command("complete", arguments: [Argument("text", optional: true)], hidden: true, run: tell),
  ]

  static let program = Program.hub(
    version: "1.2.3", everyday: [Example("hub action list", "type.actionItem.plural")])

  /// What the command that always fails fails with.
  static let refusal = Mutex<any Error>(NoClient())

  static func run(
    _ arguments: String..., width: Int? = 80, isTerminal: Bool = false,
    environment: [String: String] = [:]
  ) -> (status: HubConsole.ExitStatus, output: String, errors: String) {
    let recorded = RecordedTerminal()
    let console = Console(program, commands: commands, connect: { _ in throw NoClient() })
    let status = console.run(
      arguments,
      on: recorded.terminal(width: width, isTerminal: isTerminal, environment: environment))
    return (status, recorded.output, recorded.errors)
  }

  private static let tell: @Sendable (Invocation) throws -> Void = { call in
    for name in call.values.names {
      call.say("\(name) = \(call.values.all(name, as: (any Sendable).self))")
    }
    if let caller = call.globals.caller { call.say("as \(caller)") }
    call.say("database \(call.globals.database) language \(call.globals.language)")
  }
}
