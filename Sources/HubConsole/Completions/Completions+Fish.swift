extension Completions {
  func fish() -> String {
    var lines = [
      "# Completions of hub for fish: hub completions fish | source",
      "function __hub_at",
      "  set -l found",
      "  set -l skip 0",
      "  for word in (commandline -opc)[2..]",
      "    if test $skip = 1; set skip 0; continue; end",
      "    switch $word",
      "      case \(valued.map { "'\($0)'" }.joined(separator: " "))",
      "        set skip 1",
      "      case '-*'",
      "      case '*'",
      "        set -a found $word",
      "    end",
      "  end",
      "  set -l count (count $argv)",
      "  test $count -le (count $found); or return 1",
      "  if test $count -eq 0; test (count $found) -eq 0; return; end",
      "  if test $count -eq 1; and test (count $found) -gt 1",
      "    contains -- $argv[1] \(bare); or return 1",
      "  end",
      "  set -l head $found[1..$count]",
      "  test \"$head\" = \"$argv\"",
      "end",
      "complete -c hub -f",
    ]
    for option in commonOptions { lines.append(fishOption(option, of: nil, at: nil)) }
    for noun in nouns {
      lines.append(fishWord(noun, words("command.\(noun)"), at: ""))
      for command in verbs(of: noun) {
        lines.append(fishWord(command.verb, command.purpose(in: words), at: " \(noun)"))
      }
    }
    for command in commands {
      let place = " " + command.name
      for option in command.options where !option.hidden {
        lines.append(fishOption(option, of: command, at: place))
      }
      if let source = completable(command) {
        lines.append("complete -c hub -n '__hub_at\(place)'" + Self.fish(source, isOption: false))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The nouns that are commands by themselves: any number of words may follow them.
  private var bare: String {
    commands.filter(\.verb.isEmpty).map(\.noun).joined(separator: " ")
  }

  private func fishWord(_ word: String, _ meaning: String, at place: String) -> String {
    "complete -c hub -n '__hub_at\(place)' -a \(word) -d \(Self.quoted(meaning))"
  }

  private func fishOption(_ option: Option, of command: Command?, at place: String?) -> String {
    var line = "complete -c hub"
    if let place { line += " -n '__hub_at\(place)'" }
    line += " -l \(option.name)"
    if let short = option.short { line += " -s \(short)" }
    if !option.kind.isFlag {
      line += option.kind.source.map { Self.fish($0, isOption: true) } ?? " -x"
    }
    let meaning = Usage.meaning("option", option.name, of: command, words)
    return line + " -d \(Self.quoted(meaning))"
  }

  private static func fish(_ source: CompletionSource, isOption: Bool) -> String {
    switch source {
    case .files: isOption ? " -r -F" : " -F"
    case .directories: " \(isOption ? "-x " : "")-a '(__fish_complete_directories)'"
    case .words(let words): " \(isOption ? "-x " : "")-a '\(words.joined(separator: " "))'"
    case .asking(let command):
      " \(isOption ? "-x " : "")-a '(\(command) --titles -- (commandline -ct) 2>/dev/null)'"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
      + "'"
  }
}
