/// A command line taken apart, before any value is looked at.
struct CommandLine {
  /// What is asked for.
  enum Target {
    case welcome
    case version
    case help(noun: String?, verb: String?)
    case command(Command)
  }

  var target = Target.welcome
  /// What was given for each option, in order; an empty text for a flag.
  var globals: [(option: Option, text: String)] = []
  var options: [(option: Option, text: String)] = []
  var positionals: [String] = []
  var faults: [UsageFault] = []
  /// After an option that nobody knows, what follows it may be its value: no more is said of it.
  var isUnsure = false

  /// - Parameters:
  ///   - commands: in the order of the help.
  ///   - globals: what every command takes.
  init(_ arguments: [String], commands: [Command], globals: [Option]) {
    var reader = CommandLineReader(arguments, commands: commands, globals: globals)
    self = reader.read()
  }

  init() {}

  func has(_ global: String) -> Bool { globals.contains { $0.option.name == global } }
}
