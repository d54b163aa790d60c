extension Completions {
  /// Works with bash alone: the bash-completion package is not needed.
  func bash() -> String {
    """
    # Completions of hub for bash: source <(hub completions bash)
    _hub() {
      local cur prev noun= verb= i last=
      local -a parts=()
      # bash takes “=” and “@” for words of their own; a handle is one word with its sign
      for ((i = 0; i <= COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
          @) parts+=(@) ;;
          =@) parts+=(= @) ;;
          *) if [[ $last == @ || $last == =@ ]]; then parts[-1]+=${COMP_WORDS[i]}
             else parts+=("${COMP_WORDS[i]}"); fi ;;
        esac
        last=${COMP_WORDS[i]}
      done
      local here=$((${#parts[@]} - 1))
      cur=${parts[here]} prev=${parts[here-1]}
      if [[ $cur == "=" ]]; then
        cur=
      elif [[ $prev == "=" ]]; then
        prev=${parts[here-2]}
      fi
      for ((i = 1; i < here; i++)); do
        case ${parts[i]} in
          \(valued.joined(separator: "|")))
            ((i++))
            [[ ${parts[i]} == "=" ]] && ((i++)) ;;
          -*) ;;
          *) if [[ -z $noun ]]; then noun=${parts[i]}
             elif [[ -z $verb ]]; then verb=${parts[i]}; fi ;;
        esac
      done
      COMPREPLY=()
      case $prev in
    \(bashValues(commonOptions, indent: 4))  esac
      case $noun in
        "") _hub_words "\((nouns + Self.common(commonOptions)).joined(separator: " "))" ;;
    \(nouns.map(bashNoun).joined())  esac
    }
    # What is typed of a handle begins after its sign for bash, which keeps the sign.
    _hub_found() {
      _hub_words "$1"
      [[ $cur == @* && $COMP_WORDBREAKS == *@* ]] && COMPREPLY=("${COMPREPLY[@]#@}")
    }
    _hub_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
    _hub_files() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); }
    _hub_directories() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); }
    complete -F _hub hub

    """
  }

  private func bashNoun(_ noun: String) -> String {
    let verbs = verbs(of: noun)
    var text = "    \(noun))\n      case $verb in\n"
    for command in verbs { text += bashCommand(command, pattern: command.verb) }
    if let bare = commands.first(where: { $0.noun == noun && $0.verb.isEmpty }) {
      text += bashCommand(bare, pattern: "*", more: verbs.map(\.verb))
    } else {
      let list = verbs.map(\.verb) + Self.common(commonOptions)
      text += "        \"\") _hub_words \"\(list.joined(separator: " "))\" ;;\n"
    }
    return text + "      esac ;;\n"
  }

  private func bashCommand(_ command: Command, pattern: String, more: [String] = []) -> String {
    let options = Self.common(options(of: command)).joined(separator: " ")
    var text = "        \(pattern))\n"
    let values = bashValues(command.options, indent: 12)
    if !values.isEmpty { text += "          case $prev in\n\(values)          esac\n" }
    text += "          if [[ $cur == -* ]]; then _hub_words \"\(options)\"; return; fi\n"
    if !more.isEmpty {
      text +=
        "          [[ -z $verb ]] && _hub_words \"\(more.joined(separator: " "))\" && return\n"
    }
    let source = completable(command).map(Self.bash)
    return text + "          \(source ?? ":") ;;\n"
  }

  /// The cases of options whose values the shell can complete.
  private func bashValues(_ options: [Option], indent: Int) -> String {
    options.filter { !$0.kind.isFlag && !$0.hidden }.map { option in
      let source = option.kind.source.map(Self.bash) ?? ":"
      let spellings = Self.spellings(option).joined(separator: "|")
      return String(repeating: " ", count: indent) + "\(spellings)) \(source); return ;;\n"
    }.joined()
  }

  private static func bash(_ source: CompletionSource) -> String {
    switch source {
    case .files: "_hub_files"
    case .directories: "_hub_directories"
    case .words(let words): "_hub_words \"\(words.joined(separator: " "))\""
    case .asking(let command): "_hub_found \"$(\(command) -- \"$cur\" 2>/dev/null)\""
    }
  }

  static func common(_ options: [Option]) -> [String] { options.map { "--" + $0.name } }
}
