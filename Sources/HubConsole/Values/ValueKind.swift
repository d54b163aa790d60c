/// What an argument or an option takes, and so how it is checked, shown and completed.
///
/// Those that every program has stand in `ValueKind+Plain.swift`; the product adds its own.
package struct ValueKind: Sendable {
  /// The key of the word that stands for the value in a usage line: `FILE`.
  let metavariable: String
  /// Where a shell finds words for it; nil where it cannot help.
  let source: CompletionSource?
  /// Nothing is taken: it is there or not.
  let isFlag: Bool
  let read: @Sendable (ValueQuestion) throws(WrongUsage) -> any Sendable

  /// - Parameter read: the value, or what is wrong with it.
  package init(
    _ metavariable: String, source: CompletionSource? = nil,
    read: @escaping @Sendable (ValueQuestion) throws(WrongUsage) -> any Sendable
  ) {
    self.init(metavariable, source: source, isFlag: false, read: read)
  }

  init(
    _ metavariable: String, source: CompletionSource?, isFlag: Bool,
    read: @escaping @Sendable (ValueQuestion) throws(WrongUsage) -> any Sendable
  ) {
    self.metavariable = metavariable
    self.source = source
    self.isFlag = isFlag
    self.read = read
  }

  /// The words among which it chooses; empty for one that does not.
  var choices: [String] {
    if case .words(let words) = source { words } else { [] }
  }
}

/// A value as it was typed, to be read as its kind says.
package struct ValueQuestion: Sendable {
  package let text: String
  /// How the person wrote what takes it, for the fault: `--due` or `REFERENCE`.
  package let name: String
  /// What a day such as `friday` counts from is among them.
  package let globals: GlobalOptions
}
