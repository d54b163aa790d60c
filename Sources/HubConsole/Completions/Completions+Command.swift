extension Completions {
  /// `hub completions SHELL` for a list of commands.
  ///
  /// - Parameter all: the whole list; asked for when the command runs, since it is in it itself.
  package static func command(for all: @escaping @Sendable () -> [Command]) -> Command {
    Command(
      "completions", arguments: [Argument("shell", .choice(Shell.allCases.map(\.rawValue)))],
      examples: [Example("source <(hub completions bash)", "example.completions")]
    ) { call in
      guard let shell = Shell(rawValue: try call.required("shell")) else { return }
      call.terminal.write(
        Completions(commands: all(), options: call.program.options, words: call.wording)
          .script(for: shell))
    }
  }
}
