extension Invocation {
  /// Whether there is somebody who sees a question and can answer it.
  package var canAsk: Bool {
    terminal.inputIsTerminal && terminal.errorIsTerminal && !globals.json && !globals.quiet
  }

  /// What is typed after a question; nothing where the input has ended.
  package func answer(to question: String) -> String {
    terminal.writeError(question + " ")
    let line = terminal.readLine() ?? ""
    return String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// What is typed after a question and not shown; without a question where nobody looks.
  package func secret(_ question: String) -> String {
    if terminal.inputIsTerminal, terminal.errorIsTerminal { terminal.writeError(question + " ") }
    let line = terminal.readSecret() ?? ""
    // The end of the line that was typed is not shown either.
    if terminal.inputIsTerminal, terminal.errorIsTerminal { terminal.writeError("\n") }
    return line
  }

  /// Whether the answer to a question is one of the words for yes.
  package func agrees(to question: String) -> Bool {
    let yes = wording("answer.yes").split(separator: " ").map(String.init)
    return yes.contains(answer(to: question).lowercased())
  }
}
