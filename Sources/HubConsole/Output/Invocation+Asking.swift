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

  /// Whether the answer to a question is one of the words for yes.
  package func agrees(to question: String) -> Bool {
    let yes = wording("answer.yes").split(separator: " ").map(String.init)
    return yes.contains(answer(to: question).lowercased())
  }
}
