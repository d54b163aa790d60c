extension Invocation {
  /// A sentence for people; programs that asked for JSON and people who asked for quiet get none.
  package func say(_ sentence: String) {
    guard !globals.json, !globals.quiet else { return }
    let columns = terminal.isTerminal ? terminal.columns : nil
    for line in Wrap.sentence(sentence, columns: columns) { terminal.write(line + "\n") }
  }

  /// A sentence on standard error that is no failure.
  package func warn(_ sentence: String) {
    guard !globals.quiet else { return }
    let columns = terminal.errorIsTerminal ? terminal.columns : nil
    for line in Wrap.sentence("hub: " + sentence, columns: columns) {
      terminal.writeError(line + "\n")
    }
  }

  /// A sentence on standard error that tells what was understood: it is in nobody's way who takes
  /// the output further.
  package func note(_ sentence: String) {
    guard !globals.quiet else { return }
    terminal.writeError(sentence + "\n")
  }

  package func show(_ table: Table) {
    guard terminal.isTerminal else {
      return show(table.lines(width: nil, colour: globals.colour))
    }
    let (table, same) = table.withoutSame()
    show(table.lines(width: terminal.columns, colour: globals.colour))
    // What is the same in every row is said once.
    if !same.isEmpty { say("") }
    for column in same {
      say(wording("table.same", ["column": column.title, "value": column.value]))
    }
  }

  package func show(_ tree: Tree) {
    let width = terminal.isTerminal ? terminal.columns : nil
    show(tree.lines(width: width, unicode: terminal.drawsUnicode, colour: globals.colour))
  }

  package func show(_ lines: [String]) {
    for line in lines { terminal.write(line + "\n") }
  }

  /// JSON of the API, or an export to standard output. A file or a program gets the bytes as they
  /// are; on the screen nothing of them is more than text.
  package func write(_ bytes: [UInt8]) {
    let isText = terminal.isTerminal && !globals.json
    let bytes = globals.json ? HarmlessText.json(bytes) : bytes
    let text = String(decoding: bytes, as: UTF8.self)
    if isText { terminal.write(text) } else { terminal.deliver(text) }
    if bytes.last != 0x0A { terminal.deliver("\n") }
  }

  /// A text as lines that are no wider, broken between words; at least one.
  package func broken(_ text: String, columns: Int?) -> [String] {
    Wrap.sentence(HarmlessText.of(text), columns: columns)
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
