/// What a console is told of the program whose arguments it reads.
package struct Program: Sendable {
  package let version: String
  /// What every command takes, in the order of the help.
  package let options: [GlobalOption]
  /// The jobs that people come for, which the first screen shows before anything else.
  package let everyday: [Example]
  /// Its words in a language, by the code of `--lang`.
  let words: @Sendable (_ language: String) -> any Wording
  /// The key of a sentence that helps on after a failure; nil where there is none.
  let hint: @Sendable (ExitStatus, GlobalOptions) -> String?
  /// The global options as they hold for values of these kinds, asked of the service where that
  /// takes it: which day `friday` counts from.
  let settle: @Sendable (Invocation, _ given: [(kind: String, text: String)]) -> GlobalOptions
  /// What the program does when nothing is asked of it, for somebody who is named; nil for the help.
  let home: @Sendable (GlobalOptions) -> Command?
  /// The files that no command writes over, whatever it is told.
  let spares: @Sendable (GlobalOptions) -> [String]

  package init(
    version: String, options: [GlobalOption], everyday: [Example],
    words: @escaping @Sendable (_ language: String) -> any Wording,
    hint: @escaping @Sendable (ExitStatus, GlobalOptions) -> String? = { _, _ in nil },
    settle:
      @escaping @Sendable (Invocation, _ given: [(kind: String, text: String)]) ->
      GlobalOptions = { call, _ in call.globals },
    home: @escaping @Sendable (GlobalOptions) -> Command? = { _ in nil },
    spares: @escaping @Sendable (GlobalOptions) -> [String] = { _ in [] }
  ) {
    self.version = version
    self.options = options
    self.everyday = everyday
    self.words = words
    self.hint = hint
    self.settle = settle
    self.home = home
    self.spares = spares
  }
}
