/// Walks through the arguments of a process and sorts them.
struct CommandLineReader {
  private let arguments: [String]
  private let commands: [Command]
  private let globals: [Option]
  private var line = CommandLine()
  /// The command's own options first: one may give a global option more values, as `--lang both`.
  private var own: [Option] = []
  private var known: [Option] { own + globals }
  private var at = 0

  init(_ arguments: [String], commands: [Command], globals: [Option]) {
    self.arguments = arguments
    self.commands = commands
    self.globals = globals
  }

  mutating func read() -> CommandLine {
    var place = CommandPlace(arguments, commands: commands, globals: globals)
    line.target = place.target
    line.faults = place.faults
    if case .command(let command) = place.target { own = command.options }
    var ended = false
    while at < arguments.count {
      let argument = arguments[at]
      at += 1
      if place.indices.remove(at - 1) != nil { continue }
      if ended {
        line.positionals.append(argument)
      } else if argument == "--" {
        ended = true
      } else if argument.hasPrefix("--") {
        readLong(argument)
      } else if argument.hasPrefix("-"), argument.count > 1, !Self.isCount(argument) {
        readShort(argument)
      } else {
        line.positionals.append(argument)
      }
    }
    settle()
    return line
  }

  private mutating func readLong(_ argument: String) {
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = known.first(where: { $0.name == name }) else {
      complain(of: "--" + name, near: name)
      return
    }
    take(option, attached: parts.count > 1 ? String(parts[1]) : nil)
  }

  /// `-q`, `-qh`, `-n 5` and `-n5`.
  private mutating func readShort(_ argument: String) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = known.first(where: { $0.short == letter }) else {
        complain(of: "-\(letter)", near: nil)
        return
      }
      if !option.kind.isFlag {
        take(option, attached: letters.isEmpty ? nil : String(letters))
        return
      }
      take(option, attached: nil)
    }
  }

  private mutating func take(_ option: Option, attached: String?) {
    var text = attached
    if option.kind.isFlag {
      if attached != nil {
        line.faults.append(UsageFault("usage.flagTakesNothing", ["option": "--" + option.name]))
      }
      text = ""
    } else if text == nil, at < arguments.count, !isOption(arguments[at]) {
      text = arguments[at]
      at += 1
    }
    guard let text else {
      line.faults.append(UsageFault("usage.optionNeedsValue", ["option": "--" + option.name]))
      return
    }
    let isOwn = own.contains { $0.name == option.name }
    if isOwn { line.options.append((option, text)) }
    guard let global = globals.first(where: { $0.name == option.name }) else { return }
    // What the command asks for beyond the global values is the command's alone.
    if !isOwn || global.kind.choices.contains(text) { line.globals.append((option, text)) }
  }

  private mutating func complain(of option: String, near name: String?) {
    line.isUnsure = true
    let names = known.filter { !$0.hidden }.map(\.name)
    // `--starts-on` is meant for `--starts`, and `--due` where there is only `--due-before`.
    let begun = name.flatMap { name in
      names.filter { name.hasPrefix($0 + "-") || $0.hasPrefix(name + "-") }.min()
    }
    line.faults.append(
      UsageFault("usage.unknownOption", ["option": option], near: begun ?? name, among: names))
  }

  private mutating func settle() {
    if line.has("version") { line.target = .version }
    guard line.has("help") else { return }
    if case .command(let command) = line.target {
      line.target = .help(noun: command.noun, verb: command.verb)
    }
  }

  /// What stands where a value can is one unless it is an option: `--sort -due`.
  private func isOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), argument.count > 1, !Self.isCount(argument) else { return false }
    if argument.hasPrefix("--") { return true }
    let letters = argument.dropFirst()
    guard let first = known.first(where: { $0.short == letters.first }) else { return false }
    return !first.kind.isFlag
      || letters.allSatisfy { letter in
        known.contains { $0.short == letter }
      }
  }

  /// `-3`, `-3d`: no option begins with a digit.
  private static func isCount(_ argument: String) -> Bool {
    argument.dropFirst().first.map { ("0"..."9").contains($0) } ?? false
  }
}
