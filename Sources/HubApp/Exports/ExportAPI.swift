import HubHTTP
import HubModel

/// `GET /exports/{kind}?meeting=M-3&lang=en|fr|both&format=html|markdown|json`; without `format` the
/// form is the one that `Accept` likes most.
enum ExportAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, "\(API.root)/exports/{kind}", name: "export",
        .reading(document).taking(query).answering(in: ExportFormat.allCases.map(\.contentType)),
        handler: export)
    ]
  }

  private static func export(_ context: Context) throws -> Response {
    let asked = try ExportRequest(
      context.parameters.require("kind"), context.request.query, taking: context.request.accept)
    let export = try context.read {
      try Export(asked.kind, of: asked.meeting, asked.language, asked.format, in: $0)
    }
    return Response(
      status: 200,
      headers: [
        "Content-Type": export.contentType,
        "Content-Disposition": "attachment; filename=\"\(export.fileName)\"",
        // As every answer does, and by the form that is taken.
        "Vary": "Accept, Accept-Language, Authorization, Cookie",
      ], body: export.body)
  }
}

/// What was asked for, once every word of it is known.
struct ExportRequest {
  let kind: ExportKind
  let meeting: ID<Meeting>
  let language: ExportLanguage
  let format: ExportFormat

  /// - Throws: `Refusal.malformed` with every fault, each with the words that are known; a `Problem`
  ///   of status 406 where the format that is asked for is none that the caller takes.
  init(_ kind: String, _ query: Query, taking accept: Accept? = nil) throws {
    var faults: [Fault] = []
    func choose<Choice>(
      _ name: String, _ word: String?, _ known: [(word: String, choice: Choice)]
    ) -> Choice? {
      let found = known.first { $0.word == word ?? known[0].word }
      if found == nil {
        let words = known.map(\.word).joined(separator: ", ")
        faults.append(
          Fault("unknownExportWord", at: "/\(name)", ["value": word ?? "", "known": words]))
      }
      return found?.choice
    }
    let chosen = choose("kind", kind, ExportKind.all.map { ($0.name, $0) })
    let language = choose(
      "lang", query.first(named: "lang"), ExportLanguage.allCases.map { ($0.rawValue, $0) })
    let liked = accept?.choose(from: ExportFormat.allCases.map(\.contentType))
    let format = choose(
      "format",
      query.first(named: "format")
        ?? ExportFormat.allCases.first { $0.contentType == liked }?.rawValue,
      ExportFormat.allCases.map { ($0.rawValue, $0) })
    let word = query.first(named: "meeting")
    let meeting = word.flatMap { Reference($0) }.flatMap { ID<Meeting>($0) }
    if meeting == nil {
      faults.append(Fault("exportNeedsMeeting", at: "/meeting", ["value": word ?? ""]))
    }
    guard let chosen, let language, let format, let meeting else {
      throw Refusal.malformed(faults)
    }
    if let accept, accept.quality(of: format.contentType) == 0 {
      throw Problem.notAcceptable([format.contentType])
    }
    self.kind = chosen
    self.language = language
    self.format = format
    self.meeting = meeting
  }
}
