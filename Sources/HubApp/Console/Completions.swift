import HubModel
package import HubWords

/// Writes what a shell needs to complete `hub`, from the list of commands.
package struct Completions {
  /// The shells that are known.
  package enum Shell: String, Sendable, CaseIterable { case bash, zsh, fish }

  let commands: [Command]
  let words: Words

  package init(commands: [Command], words: Words) {
    self.commands = commands.filter { !$0.hidden }
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

  var commonOptions: [Option] { GlobalOption.all.filter { !$0.hidden } }

  func options(of command: Command) -> [Option] {
    command.options.filter { !$0.hidden } + commonOptions
  }

  /// Every way to write an option after which a value stands; walking over a line skips it.
  var valued: [String] {
    let options = (commands.flatMap(\.options) + GlobalOption.all).filter { $0.kind != .flag }
    return Set(options.flatMap(Self.spellings)).sorted()
  }

  static func spellings(_ option: Option) -> [String] {
    ["--" + option.name] + (option.short.map { ["-\($0)"] } ?? [])
  }

  /// The first argument that a shell can help with.
  func completable(_ command: Command) -> ValueKind? {
    command.arguments.map(\.kind).first { Source($0) != nil }
  }

  /// Where the words for a value come from.
  enum Source {
    case files, directories
    case words([String])
    /// A command that prints one word a line.
    case asking(String)

    init?(_ kind: ValueKind) {
      switch kind {
      case .file: self = .files
      case .directory: self = .directories
      case .choice(let words): self = .words(words)
      case .reference(let types):
        let list = types.map(\.rawValue).joined(separator: ",")
        self = .asking("hub complete reference" + (list.isEmpty ? "" : " --type \(list)"))
      case .handle: self = .asking("hub complete handle")
      default: return nil
      }
    }
  }
}
