extension Invocation {
  /// Has somebody at a terminal confirm what cannot be undone, unless `--yes` says so already. A
  /// program is not asked: whoever wrote it has decided.
  ///
  /// - Throws: a failure when the answer is not yes; nothing is changed then.
  package func confirm(_ question: () throws -> String) throws {
    guard !flag(Option.yes.name), canAsk, terminal.isTerminal else { return }
    guard !agrees(to: try question()) else { return }
    throw Failure(.refused, [wording("confirm.unchanged")])
  }
}

extension Option {
  /// Does without asking what cannot be undone.
  package static let yes = Option("yes", .flag)
}
