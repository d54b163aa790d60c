import HubHTTP
import HubModel
import HubText

extension MinutesFileAPI {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    [
      FileRoutes.sending(
        "save minutes file", words("openapi.saveMinutes"),
        [
          RouteDescription.Answer(
            status: 200, text: words("openapi.savedMinutes"), schema: saved(words))
        ], words,
        parameters: [Parameter.language(words)]
          + Parameter.text("erratum", words("openapi.erratum"))
      ).writing([.notFound, .conflict, .preconditionFailed]),
      FileRoutes.sending(
        "check minutes file", words("openapi.checkMinutes"),
        [
          RouteDescription.Answer(
            status: 200, text: words("openapi.faults"),
            schema: JSONSchema.object([
              ("faults", FileRoutes.faults),
              ("meeting", JSONSchema.nullable(JSONSchema.reference(to: [.meeting]))),
            ]))
        ], words),
      FileRoutes.file("minutes file of meeting", words("openapi.minutesFile"), words)
        .on(.meeting),
    ]
  }

  private static func saved(_ words: Words) -> JSON {
    let references = JSONSchema.list(of: JSONSchema.named("Reference"))
    let quorum = JSONSchema.object([
      ("needed", JSONSchema.count), ("present", JSONSchema.count), ("met", JSONSchema.flag),
    ])
    return JSONSchema.object([
      ("meeting", JSONSchema.reference(to: [.meeting])),
      ("minutes", JSONSchema.reference(to: [.minutes])),
      ("state", JSONSchema.word(of: Minutes.State.allCases.map(\.rawValue))),
      ("edition", JSONSchema.count), ("revision", JSONSchema.count),
      ("changed", JSONSchema.flag), ("created", references), ("updated", references),
      ("removed", references), ("kept", references), ("quorum", JSONSchema.nullable(quorum)),
    ])
  }
}
