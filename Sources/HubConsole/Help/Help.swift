import HubText

/// The screens of `--help`, in the width of the terminal.
struct Help {
  let words: any Wording
  let columns: Int
  let colour: Bool
  let commands: [Command]
  /// What every command takes.
  let options: [Option]

  /// A heading on a line of its own.
  func heading(_ key: String) -> String {
    Style.heading.applied(to: words(key), colour: colour)
  }

  /// Terms beside what they mean, the meanings aligned and wrapped.
  func definitions(_ pairs: [(term: String, meaning: String)]) -> [String] {
    let longest = pairs.map { TextWidth.columns($0.term) }.max() ?? 0
    let indent = min(longest, max(12, columns * 2 / 5)) + 4
    return pairs.flatMap { term, meaning in
      let lines = Wrap.lines(meaning, columns: max(20, columns - indent))
      let room = indent - 2 - TextWidth.columns(term)
      let blank = String(repeating: " ", count: indent)
      if room < 2 { return ["  " + term] + lines.map { blank + $0 } }
      let first = "  " + term + String(repeating: " ", count: room) + lines[0]
      return [first] + lines.dropFirst().map { blank + $0 }
    }
  }

  /// Examples as a sentence and, under it, the line to type.
  func examples(_ examples: [Example]) -> [String] {
    examples.flatMap { example in
      (example.key.isEmpty ? [] : Wrap.lines(words(example.key), columns: columns - 2))
        .map { "  " + $0 }
        + ["    " + Style.reference.applied(to: example.line, colour: colour)]
    }
  }

  /// Each noun once, in the order of the list, with its first command's place.
  var nouns: [String] {
    commands.reduce(into: []) { nouns, command in
      if !command.hidden, !nouns.contains(command.noun) { nouns.append(command.noun) }
    }
  }
}
