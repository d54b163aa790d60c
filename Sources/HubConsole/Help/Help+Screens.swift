import HubText

extension Help {
  /// `hub` alone: what it is, the everyday jobs, then everything.
  func welcome(everyday: [Example]) -> [String] {
    var lines = Wrap.lines(words("help.welcome"), columns: columns) + [""]
    if !everyday.isEmpty {
      lines += [heading("help.everyday")] + examples(everyday) + [""]
    }
    lines += [heading("help.commands")]
    lines += definitions(nouns.map { ($0, words("command.\($0)")) })
    lines += [""] + Wrap.lines(words("help.more"), columns: columns)
    return lines
  }

  /// `hub --help`: the same, and the options of every command.
  func full(everyday: [Example]) -> [String] {
    welcome(everyday: everyday)
      + ["", heading("help.globalOptions")]
      + definitions(commonOptions.map { option($0, of: nil) })
  }

  /// `hub action --help`.
  func noun(_ noun: String) -> [String] {
    let verbs = commands.filter { $0.noun == noun && !$0.hidden }
    var lines = Wrap.lines(words("command.\(noun)"), columns: columns) + [""]
    lines += [heading("help.usage"), "  hub \(noun) \(words("metavariable.verb"))", ""]
    lines += [heading("help.verbs")]
    lines += definitions(verbs.map { ($0.verb.isEmpty ? "-" : $0.verb, $0.purpose(in: words)) })
    let more = words("help.nounMore", ["noun": noun, "verb": verbs.last?.verb ?? ""])
    return lines + [""] + Wrap.lines(more, columns: columns)
  }

  /// `hub action list --help`.
  func command(_ command: Command) -> [String] {
    var lines = Wrap.lines(command.purpose(in: words), columns: columns) + [""]
    lines += [heading("help.usage")]
    lines += Wrap.lines(Usage.line(command, words), columns: columns - 4).enumerated().map {
      ($0.offset == 0 ? "  " : "    ") + $0.element
    }
    if !command.arguments.isEmpty {
      lines += ["", heading("help.arguments")]
      lines += definitions(
        command.arguments.map {
          (
            Usage.metavariable($0.name, $0.kind, words),
            Usage.meaning("argument", $0.name, of: command, words)
          )
        })
    }
    let own = command.options.filter { !$0.hidden }
    if !own.isEmpty {
      lines += ["", heading("help.options")] + definitions(own.map { option($0, of: command) })
    }
    if !command.examples.isEmpty {
      lines += ["", heading("help.examples")] + examples(command.examples)
    }
    let common = commonOptions.map { Usage.option($0, of: nil, words) }.joined(separator: ", ")
    lines += ["", heading("help.globalOptions")]
    lines += Wrap.lines(
      words("help.globalOptions.list", ["options": common]), columns: columns - 2
    ).map { "  " + $0 }
    return lines
  }

  private var commonOptions: [Option] { options.filter { !$0.hidden } }

  /// `-q, --quiet` and what it means, with the words that can be chosen where they are many.
  private func option(_ option: Option, of command: Command?) -> (String, String) {
    let short = option.short.map { "-\($0), " } ?? "    "
    var meaning = Usage.meaning("option", option.name, of: command, words)
    let choices = option.kind.choices
    if !choices.isEmpty,
      Usage.metavariable(option.name, option.kind, words) != choices.joined(separator: "|")
    {
      // A field's label is no sentence yet.
      if meaning.last != "." { meaning += "." }
      meaning = words(
        "help.choices", ["meaning": meaning, "choices": choices.joined(separator: ", ")])
    }
    if option.isNeeded { meaning = words("help.needed", ["meaning": meaning]) }
    return (short + Usage.option(option, of: command, words), meaning)
  }
}
