import HubConsole
import HubModel
import HubText

/// What shells ask while somebody types: references and handles that the caller may see.
enum CompleteCommands {
  static let all: [Command] = [answering(answer)]

  /// The hidden `hub complete`, which the scripts ask for references and handles.
  ///
  /// - Parameter answer: the words (handles without `@`), the likeliest first; what fails is an
  ///   empty answer, because nobody wants an error while typing.
  static func answering(
    _ answer: @escaping @Sendable (CompletionQuestion, Invocation) throws -> [CompletionWord]
  ) -> Command {
    Command(
      "complete",
      arguments: [
        Argument("kind", .choice(CompletionQuestion.Kind.allCases.map(\.rawValue))),
        Argument("prefix", optional: true),
      ],
      options: [Option("type"), Option("titles", .flag)], hidden: true
    ) { call in
      guard let kind = CompletionQuestion.Kind(rawValue: try call.required("kind")) else { return }
      let types = (call.text("type") ?? "").split(separator: ",")
      // The answer's handles are bare; they are written with “@”, unless somebody begins without.
      let typed = call.text("prefix") ?? ""
      let isBare = kind == .reference || !typed.isEmpty && !typed.hasPrefix("@")
      let sign = isBare ? "" : "@"
      let question = CompletionQuestion(
        kind: kind, types: types.compactMap { RecordType(rawValue: String($0)) },
        prefix: String(typed.drop { $0 == "@" }))
      let found = (try? answer(question, call)) ?? []
      let start = question.prefix.lowercased()
      call.show(
        found.filter { $0.word.lowercased().hasPrefix(start) }.map { found in
          let title = call.flag("titles") ? found.title : ""
          return sign + found.word + (title.isEmpty ? "" : "\t" + title)
        })
    }
  }

  /// How many words a shell is given at most.
  private static let most = "50"

  private static func answer(
    _ question: CompletionQuestion, _ call: Invocation
  ) throws -> [CompletionWord] {
    switch question.kind {
    case .handle:
      let page = try call.client().json("GET", "/people", query: [("limit", "500")])
      return (page["items"]?.array ?? []).compactMap { person in
        person["handle"]?.string.map { CompletionWord($0, person["name"]?.string ?? "") }
      }
    case .reference:
      let text = FieldText(words: call.words, names: nil)
      return try types(for: question).flatMap { type in
        let page = try call.client().json(
          "GET", "/\(type.path)", query: [("limit", most), ("sort", "-modified")])
        return (page["items"]?.array ?? []).compactMap { record in
          let name = record["title"] ?? record["name"] ?? record["text"]
          return record["ref"]?.string.map {
            CompletionWord($0, name?.string ?? text.localized(name))
          }
        }
      }
    }
  }

  /// Those that were asked for; else the one that the letters typed so far name.
  private static func types(for question: CompletionQuestion) -> [RecordType] {
    if !question.types.isEmpty { return question.types }
    let letters = question.prefix.prefix { $0.isLetter }
    return RecordType(prefix: letters).map { [$0] } ?? [.meeting, .recommendation, .actionItem]
  }
}
