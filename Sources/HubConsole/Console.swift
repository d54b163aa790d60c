import Glibc

/// Runs the command that a command line names; the commands are given from outside.
package struct Console {
  package let commands: [Command]
  private let program: Program
  private let connect: (Invocation) throws -> any HubClient

  /// - Parameter connect: makes the API's client when a command first asks for it.
  package init(
    _ program: Program, commands: [Command],
    connect: @escaping (Invocation) throws -> any HubClient
  ) {
    self.program = program
    self.commands = commands
    self.connect = connect
  }

  /// - Parameter arguments: without the program's own name.
  package func run(_ arguments: [String], on terminal: Terminal) -> ExitStatus {
    defer { terminal.flush() }
    let line = CommandLine(
      arguments, commands: commands, globals: program.options.map(\.option))
    let (globals, faults) = GlobalOptionsReader(line, terminal, program.options).read()
    let words = program.words(globals.language)
    let terminal = terminal.harmless(colour: globals.colour)
    do {
      try run(line, globals, faults, words, terminal)
      terminal.finish(line.has("no-pager") || globals.json ? nil : terminal.pager)
      terminal.flush()
      if let code = terminal.failure() { throw Self.unsaid(code, words) }
      return .done
    } catch {
      var command: Command?
      if case .command(let named) = line.target { command = named }
      let report = Report(error, words, of: command)
      let hint = program.hint(report.status, globals).map { [words($0)] } ?? []
      // Lines to type stay lines of their own.
      let lines = (report.lines + hint).flatMap { $0.split(separator: "\n").map(String.init) }
      for line in lines {
        for part in Wrap.sentence(line, columns: terminal.errorIsTerminal ? terminal.columns : nil)
        {
          terminal.writeError(part + "\n")
        }
      }
      return report.status
    }
  }

  /// What was typed for each option and argument, with the kind of it as help calls it.
  private static func given(
    _ line: CommandLine, to command: Command
  ) -> [(kind: String, text: String)] {
    let options = line.options.map { ($0.option.kind.metavariable, $0.text) }
    let arguments = line.positionals.enumerated().compactMap { index, text in
      (index < command.arguments.count ? command.arguments[index] : command.arguments.last)
        .map { ($0.kind.metavariable, text) }
    }
    return options + arguments
  }

  /// What was to be said did not arrive. Whoever stopped reading knows it, as with `ls | head`.
  private static func unsaid(_ code: Int32, _ words: any Wording) -> Failure {
    let why = String(cString: strerror(code))
    return Failure(.refused, code == EPIPE ? [] : [words("output.failed", ["why": why])])
  }

  private func run(
    _ line: CommandLine, _ globals: GlobalOptions, _ globalFaults: [UsageFault],
    _ words: any Wording, _ terminal: Terminal
  ) throws {
    let help = Help(
      words: words, columns: min(terminal.columns, 100), colour: globals.colour,
      commands: commands, options: program.options.map(\.option))
    func show(_ lines: [String]) { for line in lines { terminal.write(line + "\n") } }
    var line = line
    if case .welcome = line.target, line.faults.isEmpty, globalFaults.isEmpty,
      let home = program.home(globals)
    {
      line.target = .command(home)
    }
    if case .command(let command) = line.target {
      line.faults += globalFaults
      let call = Invocation(
        command: command, globals: globals, program: program, wording: words, terminal: terminal,
        connect: connect)
      defer { call.end() }
      call.globals = program.settle(call, Self.given(line, to: command))
      call.values = try ValuesReader(
        command: command, line: line, globals: call.globals, words: words
      ).read()
      try call.settle()
      return try command.run(call)
    }
    let faults = line.faults + globalFaults
    switch line.target {
    case .welcome, .command:
      if !faults.isEmpty { throw WrongUsage(faults) }
      show(help.welcome(everyday: program.everyday))
    case .version:
      show(["hub \(program.version)"])
    case .help(let noun?, let verb):
      if !faults.isEmpty { throw WrongUsage(faults, command: noun) }
      let command = commands.first { $0.noun == noun && $0.verb == verb ?? "" }
      show(command.map(help.command) ?? help.noun(noun))
    case .help:
      if !faults.isEmpty { throw WrongUsage(faults) }
      show(help.full(everyday: program.everyday))
    }
  }
}
