/// Writes what a shell needs to complete `hub`, from the list of commands.
package struct Completions {
  /// The shells that are known.
  package enum Shell: String, Sendable, CaseIterable { case bash, zsh, fish }

  let commands: [Command]
  private let globals: [Option]
  let words: any Wording

  /// - Parameter options: what every command takes.
  package init(commands: [Command], options: [GlobalOption], words: any Wording) {
    self.commands = commands.filter { !$0.hidden }
    globals = options.map(\.option)
    self.words = words
  }

  package func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash()
    case .zsh: zsh()
    case .fish: fish()
    }
  }

  /// Each noun once, in the order of the help.
  var nouns: [String] {
    commands.reduce(into: []) { if !$0.contains($1.noun) { $0.append($1.noun) } }
  }

  func verbs(of noun: String) -> [Command] {
    commands.filter { $0.noun == noun && !$0.verb.isEmpty }
  }

  var commonOptions: [Option] { globals.filter { !$0.hidden } }

  func options(of command: Command) -> [Option] {
    command.options.filter { !$0.hidden } + commonOptions
  }

  /// Every way to write an option after which a value stands; walking over a line skips it.
  var valued: [String] {
    let options = (commands.flatMap(\.options) + globals).filter { !$0.kind.isFlag }
    return Set(options.flatMap(Self.spellings)).sorted()
  }

  static func spellings(_ option: Option) -> [String] {
    ["--" + option.name] + (option.short.map { ["-\($0)"] } ?? [])
  }

  /// The first argument that a shell can help with.
  func completable(_ command: Command) -> CompletionSource? {
    command.arguments.lazy.compactMap(\.kind.source).first
  }
}
