extension Completions {
  func zsh() -> String {
    """
    #compdef hub
    # Completions of hub for zsh: source <(hub completions zsh)
    _hub() {
      local cur=${words[CURRENT]} prev=${words[CURRENT-1]} noun= verb= i
      local -a found
      for ((i = 2; i < CURRENT; i++)); do
        case ${words[i]} in
          \(valued.joined(separator: "|"))) ((i++)) ;;
          -*) ;;
          *) if [[ -z $noun ]]; then noun=${words[i]}
             elif [[ -z $verb ]]; then verb=${words[i]}; fi ;;
        esac
      done
      case $prev in
    \(zshValues(commonOptions, indent: 4))  esac
      case $noun in
        "") found=(\(zshNouns) \(zshOptions(commonOptions)))
          _describe hub found ;;
    \(nouns.map(zshNoun).joined())  esac
    }
    compdef _hub hub

    """
  }

  private var zshNouns: String {
    nouns.map { Self.zshPair($0, words("command.\($0)")) }.joined(separator: " ")
  }

  private func zshNoun(_ noun: String) -> String {
    let verbs = verbs(of: noun)
    let list = verbs.map { Self.zshPair($0.verb, $0.purpose(in: words)) }.joined(separator: " ")
    var text = "    \(noun))\n      case $verb in\n"
    for command in verbs { text += zshCommand(command, pattern: command.verb) }
    if let bare = commands.first(where: { $0.noun == noun && $0.verb.isEmpty }) {
      text += zshCommand(bare, pattern: "*", more: list)
    } else {
      text += "        \"\") found=(\(list)); _describe hub found ;;\n"
    }
    return text + "      esac ;;\n"
  }

  private func zshCommand(_ command: Command, pattern: String, more: String = "") -> String {
    var text = "        \(pattern))\n"
    let values = zshValues(command.options, indent: 12)
    if !values.isEmpty { text += "          case $prev in\n\(values)          esac\n" }
    text += "          if [[ $cur == -* ]]; then\n"
    text += "            found=(\(zshOptions(options(of: command), of: command)))\n"
    text += "            _describe hub found; return\n          fi\n"
    if !more.isEmpty {
      text += "          if [[ -z $verb ]]; then found=(\(more)); _describe hub found; fi\n"
    }
    let source = completable(command).map(Self.zsh)
    return text + "          \(source ?? ":") ;;\n"
  }

  private func zshOptions(_ options: [Option], of command: Command? = nil) -> String {
    options.map { option in
      let isOwn = command?.options.contains { $0.name == option.name } ?? false
      let meaning = Usage.meaning("option", option.name, of: isOwn ? command : nil, words)
      return Self.zshPair("--" + option.name, meaning)
    }.joined(separator: " ")
  }

  private func zshValues(_ options: [Option], indent: Int) -> String {
    options.filter { !$0.kind.isFlag && !$0.hidden }.map { option in
      let source = option.kind.source.map(Self.zsh) ?? ":"
      let spellings = Self.spellings(option).joined(separator: "|")
      return String(repeating: " ", count: indent) + "\(spellings)) \(source); return ;;\n"
    }.joined()
  }

  private static func zsh(_ source: CompletionSource) -> String {
    switch source {
    case .files: "_files"
    case .directories: "_files -/"
    case .words(let words): "compadd -- \(words.joined(separator: " "))"
    // A word and, after a tab, what it is called.
    case .asking(let command):
      "found=(${(f)\"$(\(command) --titles -- \"$cur\" 2>/dev/null)\"}); "
        + "found=(\"${(@)found/$'\\t'/:}\"); _describe -V hub found"
    }
  }

  /// `'word:meaning'`; a colon in the word would end it.
  private static func zshPair(_ word: String, _ meaning: String) -> String {
    let quoted = meaning.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    return "'\(word):\(quoted)'"
  }
}
