import HubWords

/// Runs the command that a command line names; the commands are given from outside.
package struct Console {
  package let commands: [Command]
  /// What the first screen shows before anything else.
  package let everyday: [Example]
  package let version: String
  private let connect: (Invocation) throws -> any HubClient

  /// - Parameter connect: makes the API's client when a command first asks for it.
  package init(
    commands: [Command], everyday: [Example] = [], version: String = "0",
    connect: @escaping (Invocation) throws -> any HubClient
  ) {
    self.commands = commands
    self.everyday = everyday
    self.version = version
    self.connect = connect
  }

  /// - Parameter arguments: without the program's own name.
  package func run(_ arguments: [String], on terminal: Terminal) -> ExitStatus {
    defer { terminal.flush() }
    let line = CommandLine(arguments, commands: commands)
    let (globals, faults) = GlobalOptionsReader(line, terminal).read()
    let words = Words(globals.language)
    do {
      try run(line, globals, faults, words, terminal)
      return .done
    } catch {
      let report = Report(error, words)
      for text in report.lines { terminal.writeError(text + "\n") }
      // Nobody sees little: whoever forgot to say who they are is told so.
      if [.notFound, .notAllowed].contains(report.status), globals.caller == nil,
        globals.server == nil
      {
        terminal.writeError(words("hint.nobody") + "\n")
      }
      return report.status
    }
  }

  private func run(
    _ line: CommandLine, _ globals: GlobalOptions, _ globalFaults: [UsageFault], _ words: Words,
    _ terminal: Terminal
  ) throws {
    let help = Help(
      words: words, columns: min(terminal.columns, 100), colour: globals.colour,
      commands: commands)
    func show(_ lines: [String]) { for line in lines { terminal.write(line + "\n") } }
    if case .command(let command) = line.target {
      var line = line
      line.faults += globalFaults
      let reader = ValueReader(today: globals.today, language: globals.language)
      let values = try ValuesReader(
        command: command, line: line, values: reader, words: words
      ).read()
      try command.run(
        Invocation(
          command: command, values: values, globals: globals, terminal: terminal,
          connect: connect))
      return
    }
    let faults = line.faults + globalFaults
    switch line.target {
    case .welcome, .command:
      if !faults.isEmpty { throw WrongUsage(faults) }
      show(help.welcome(everyday: everyday))
    case .version:
      show(["hub \(version)"])
    case .help(let noun?, let verb):
      if !faults.isEmpty { throw WrongUsage(faults, command: noun) }
      let command = commands.first { $0.noun == noun && $0.verb == verb ?? "" }
      show(command.map(help.command) ?? help.noun(noun))
    case .help:
      if !faults.isEmpty { throw WrongUsage(faults) }
      show(help.full(everyday: everyday))
    }
  }
}
