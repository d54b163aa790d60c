extension Invocation {
  /// A sentence for people; programs that asked for JSON and people who asked for quiet get none.
  package func say(_ sentence: String) {
    guard !globals.json, !globals.quiet else { return }
    terminal.write(sentence + "\n")
  }

  /// A sentence on standard error that is no failure.
  package func warn(_ sentence: String) {
    guard !globals.quiet else { return }
    terminal.writeError("hub: " + sentence + "\n")
  }

  package func show(_ table: Table) {
    let width = terminal.isTerminal ? terminal.columns : nil
    show(table.lines(width: width, colour: globals.colour))
  }

  package func show(_ tree: Tree) {
    let width = terminal.isTerminal ? terminal.columns : nil
    show(tree.lines(width: width, unicode: terminal.drawsUnicode, colour: globals.colour))
  }

  package func show(_ lines: [String]) {
    for line in lines { terminal.write(line + "\n") }
  }

  /// Bytes as they are: JSON of the API, or an export to standard output.
  package func write(_ bytes: [UInt8]) {
    terminal.write(String(decoding: bytes, as: UTF8.self))
    if bytes.last != 0x0A { terminal.write("\n") }
  }

  package func styled(_ text: String, _ style: Style) -> String {
    style.applied(to: text, colour: globals.colour)
  }

  /// A bar on standard error for long work.
  package func progress(_ label: String, total: Int? = nil) -> Progress {
    Progress(
      label, total: total, words: wording, terminal: terminal,
      isShown: terminal.errorIsTerminal && !globals.quiet)
  }
}
