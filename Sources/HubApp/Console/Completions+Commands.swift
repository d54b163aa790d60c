package import HubModel
import HubWords

/// What a shell asks for while somebody types.
package struct CompletionQuestion: Sendable {
  /// What is asked for.
  package enum Kind: String, Sendable, CaseIterable { case reference, handle }

  package let kind: Kind
  /// The types of the references; empty for all.
  package let types: [RecordType]
  /// What is typed already.
  package let prefix: String
}

extension Completions {
  /// `hub completions SHELL` for a list of commands.
  ///
  /// - Parameter all: the whole list; asked for when the command runs, since it is in it itself.
  package static func command(for all: @escaping @Sendable () -> [Command]) -> Command {
    Command(
      "completions", arguments: [Argument("shell", .choice(Shell.allCases.map(\.rawValue)))],
      examples: [Example("source <(hub completions bash)", "example.completions")]
    ) { call in
      guard let shell = Shell(rawValue: try call.required("shell")) else { return }
      call.terminal.write(Completions(commands: all(), words: call.words).script(for: shell))
    }
  }

  /// The hidden `hub complete`, which the scripts ask for references and handles.
  ///
  /// - Parameter answer: the words (handles without `@`), the likeliest first; what fails is an empty answer, because
  ///   nobody wants an error while typing.
  package static func answering(
    _ answer: @escaping @Sendable (CompletionQuestion, Invocation) throws -> [String]
  ) -> Command {
    Command(
      "complete",
      arguments: [
        Argument("kind", .choice(CompletionQuestion.Kind.allCases.map(\.rawValue))),
        Argument("prefix", optional: true),
      ],
      options: [Option("type")], hidden: true
    ) { call in
      guard let kind = CompletionQuestion.Kind(rawValue: try call.required("kind")) else { return }
      let types = (call.text("type") ?? "").split(separator: ",")
      // The answer's handles are bare; whoever typed “@” gets it back.
      let typed = call.text("prefix") ?? ""
      let sign = typed.hasPrefix("@") ? "@" : ""
      let question = CompletionQuestion(
        kind: kind, types: types.compactMap { RecordType(rawValue: String($0)) },
        prefix: String(typed.dropFirst(sign.count)))
      let found = (try? answer(question, call)) ?? []
      let start = question.prefix.lowercased()
      call.show(found.filter { $0.lowercased().hasPrefix(start) }.map { sign + $0 })
    }
  }
}
