import HubHTTP
import HubModel
import HubText
import HubWords

extension AgendaEditionAPI {
  static func listed(_ words: Words) -> RouteDocument {
    FileRoutes.editions(words("openapi.agendaEditions"))
  }

  static func shown(_ words: Words) -> RouteDocument {
    FileRoutes.edition(words("openapi.agendaEdition"))
  }

  static func compared(_ words: Words) -> RouteDocument {
    let changes = JSONSchema.object([
      ("meeting", JSONSchema.reference(to: [.meeting])), ("from", number),
      ("to", JSONSchema.nullable(number)), ("changes", JSONSchema.list(of: FileRoutes.change)),
    ])
    return RouteDocument(
      tag: "files", summary: words("openapi.agendaChanges"),
      answers: [
        RouteDocument.Answer(status: 200, text: words("openapi.changes"), schema: changes)
      ]
    ).on(.meeting)
  }

  /// Which editions are compared.
  static func comparedQuery(_ words: Words) -> [JSON] {
    [
      Parameter.query("from", number.adding("default", 1), words("openapi.fromEdition")),
      Parameter.query("to", number, words("openapi.toEdition")),
      Parameter.language(words),
    ]
  }

  private static let number: JSON = ["type": "integer", "minimum": 1]
}
