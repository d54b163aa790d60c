/// How a command's arguments and options are written in help, completions and faults.
enum Usage {
  /// `hub action start REFERENCE [OPTIONS]`.
  static func line(_ command: Command, _ words: any Wording) -> String {
    var parts = ["hub", command.name]
    for argument in command.arguments {
      var part = metavariable(argument.name, argument.kind, words)
      if argument.isRepeated { part += "…" }
      parts.append(argument.isOptional ? "[\(part)]" : part)
    }
    for option in command.options where option.isNeeded {
      parts.append(self.option(option, of: command, words))
    }
    parts.append("[\(words("help.options.metavariable"))]")
    return parts.joined(separator: " ")
  }

  /// `--due DATE`; just `--all` for a flag.
  static func option(_ option: Option, of command: Command?, _ words: any Wording) -> String {
    guard !option.kind.isFlag else { return "--" + option.name }
    return "--\(option.name) \(metavariable(option.name, option.kind, words))"
  }

  /// The word that stands for a value: a name of its own, the choices if they are few, or what
  /// its kind is called.
  static func metavariable(_ name: String, _ kind: ValueKind, _ words: any Wording) -> String {
    if words.has("metavariable.\(name)") { return words("metavariable.\(name)") }
    let list = kind.choices.joined(separator: "|")
    return list.isEmpty || list.count > 20 ? words(kind.metavariable) : list
  }

  /// What an argument or option means, from its most particular key to its most general one.
  static func meaning(_ family: String, _ name: String, of command: Command?, _ words: any Wording)
    -> String
  {
    let keys = command?.keys(family, name) ?? ["\(family).\(name)"]
    return words(keys.first(where: words.has) ?? keys[keys.count - 1])
  }
}

extension Command {
  /// One of its options as its help writes it, `--reason TEXT`; nil where it has none of this name.
  package func usage(of option: String, in words: any Wording) -> String? {
    options.first { $0.name == option }.map { Usage.option($0, of: self, words) }
  }
}
