import HubModel
import HubText

/// What shells ask while somebody types: references and handles that the caller may see.
enum CompleteCommands {
  static let all: [Command] = [Completions.answering(answer)]

  /// How many words a shell is given at most.
  private static let most = "50"

  private static func answer(
    _ question: CompletionQuestion, _ call: Invocation
  ) throws -> [String] {
    switch question.kind {
    case .handle:
      let page = try call.client().json("GET", "/people", query: [("limit", "500")])
      return (page["items"]?.array ?? []).compactMap { $0["handle"]?.string.map { "@" + $0 } }
    case .reference:
      return try types(for: question).flatMap { type in
        let page = try call.client().json(
          "GET", "/\(type.path)", query: [("limit", most), ("sort", "-modified")])
        return (page["items"]?.array ?? []).compactMap { $0["ref"]?.string }
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
