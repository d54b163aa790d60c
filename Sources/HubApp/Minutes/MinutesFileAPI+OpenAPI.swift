import HubHTTP
import HubModel
import HubText
import HubWords

extension MinutesFileAPI {
  static func saved(_ words: Words) -> RouteDocument {
    FileRoutes.sending(
      words("openapi.saveMinutes"), like: FileRoutes.minutes,
      [RouteDocument.Answer(status: 200, text: words("openapi.savedMinutes"), schema: outcome)],
      words
    ).refusing([.notFound, .conflict, .preconditionFailed])
  }

  /// In which language it answers, and what was wrong in what was published.
  static func savedQuery(_ words: Words) -> [JSON] {
    FileRoutes.query(words) + Parameter.text("erratum", words("openapi.erratum"))
      + [FileRoutes.stillRight(words)]
  }

  static func checked(_ words: Words) -> RouteDocument {
    FileRoutes.sending(
      words("openapi.checkMinutes"), like: FileRoutes.minutes,
      [
        RouteDocument.Answer(
          status: 200, text: words("openapi.faults"),
          schema: JSONSchema.object(
            [
              ("faults", FileRoutes.faults), ("notices", FileRoutes.faults),
              ("meeting", JSONSchema.nullable(JSONSchema.reference(to: [.meeting]))),
              (
                "state",
                JSONSchema.nullable(JSONSchema.word(of: Minutes.State.allCases.map(\.rawValue)))
              ),
            ] + MinutesAccount.members))
      ], words)
  }

  static func shown(_ words: Words) -> RouteDocument {
    FileRoutes.file(words("openapi.minutesFile")).on(.meeting)
  }

  private static var outcome: JSON {
    let quorum = JSONSchema.object([
      ("needed", JSONSchema.count), ("present", JSONSchema.count), ("met", JSONSchema.flag),
    ])
    return JSONSchema.object(
      [
        ("meeting", JSONSchema.reference(to: [.meeting])),
        ("minutes", JSONSchema.reference(to: [.minutes])),
        ("state", JSONSchema.word(of: Minutes.State.allCases.map(\.rawValue))),
        ("edition", JSONSchema.count), ("revision", JSONSchema.text),
        ("changed", JSONSchema.flag), ("notices", FileRoutes.faults),
        ("quorum", JSONSchema.nullable(quorum)),
      ] + MinutesAccount.members)
  }
}
