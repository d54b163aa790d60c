extension LifeCycle {
  /// Whether a step cannot be taken back: it sends out what was not out, or nothing leads on from
  /// where it ends.
  package func isFinal(_ transition: Transition) -> Bool {
    goesOut(transition) || transitions(from: transition.to).isEmpty
  }

  /// Whether a step sends out what was not out.
  package func goesOut(_ transition: Transition) -> Bool {
    transition.publishes && !transition.from.allSatisfy(published.contains)
  }
}
