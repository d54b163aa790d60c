/// Everything that is wrong with a command line, at once; exit status 2.
package struct WrongUsage: Error, Sendable, Hashable {
  package let faults: [UsageFault]
  /// The command whose help says more: `action list`.
  package var command: String

  package init(_ faults: [UsageFault], command: String = "") {
    self.faults = faults
    self.command = command
  }

  /// For a rule of one command that its options alone do not state.
  package init(
    _ key: String, _ arguments: [String: String] = [:], near word: String? = nil,
    among candidates: [String] = []
  ) {
    self.init([UsageFault(key, arguments, near: word, among: candidates)])
  }
}
