/// One thing that `hub` does: `hub action list`.
///
/// Its texts are found by its words: `command.action.list` says what it does in one sentence,
/// `argument.<name>` and `option.<name>` what they take (first looked for below
/// `argument.action.list.` and `argument.action.`), and each example has a key of its own.
package struct Command: Sendable {
  package let noun: String
  /// Empty when the noun says it all: `hub search`.
  package let verb: String
  package let arguments: [Argument]
  package let examples: [Example]
  /// What it does, when the model already says it, such as `verb.actionItem.start`.
  package let purposeKey: String
  /// Not listed in help and completions.
  package let hidden: Bool
  package let run: @Sendable (Invocation) throws -> Void
  // Made late: a program that is started knows every command, and mostly runs one.
  private let latePurposeNames: Late<[String: String]>
  private let lateOptions: Late<[Option]>
  private let lateLabels: Late<[String: [String]]>

  package init(
    _ noun: String, _ verb: String = "", arguments: [Argument] = [],
    options: @autoclosure @escaping @Sendable () -> [Option] = [],
    examples: [Example] = [], purpose: String? = nil,
    purposeNames: @autoclosure @escaping @Sendable () -> [String: String] = [:],
    labels: @autoclosure @escaping @Sendable () -> [String: [String]] = [:],
    hidden: Bool = false,
    run: @escaping @Sendable (Invocation) throws -> Void
  ) {
    self.noun = noun
    self.verb = verb
    self.arguments = arguments
    lateOptions = Late(options)
    self.examples = examples
    purposeKey = purpose ?? (verb.isEmpty ? "command.\(noun)" : "command.\(noun).\(verb)")
    latePurposeNames = Late(purposeNames)
    lateLabels = Late(labels)
    self.hidden = hidden
    self.run = run
  }

  package var options: [Option] { lateOptions.value }

  /// Options that are fields of the model, with the keys of their labels.
  package var labels: [String: [String]] { lateLabels.value }

  /// What fills the sentence of its purpose: names by their keys, which are said in small letters.
  var purposeNames: [String: String] { latePurposeNames.value }

  func purpose(in words: any Wording) -> String {
    words(purposeKey, purposeNames.mapValues { words($0).lowercased() })
  }

  /// `action list`, as people type it.
  package var name: String { verb.isEmpty ? noun : "\(noun) \(verb)" }

  /// The keys of a text of this command, from the most particular to the most general.
  func keys(_ family: String, _ name: String) -> [String] {
    if family == "option", let keys = labels[name] { return keys }
    return verb.isEmpty
      ? ["\(family).\(noun).\(name)", "\(family).\(name)"]
      : ["\(family).\(noun).\(verb).\(name)", "\(family).\(noun).\(name)", "\(family).\(name)"]
  }
}
