import HubHTTP
import HubModel
import HubText

extension AgendaEditionAPI {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    let number: JSON = ["type": "integer", "minimum": 1]
    let changes = JSONSchema.object([
      ("meeting", JSONSchema.reference(to: [.meeting])), ("from", number),
      ("to", JSONSchema.nullable(number)), ("changes", JSONSchema.list(of: FileRoutes.change)),
    ])
    return [
      FileRoutes.editions("agenda editions", words("openapi.agendaEditions"), words),
      FileRoutes.edition("agenda edition", words("openapi.agendaEdition"), words),
      RouteDescription(
        name: "agenda changes", tag: "files", summary: words("openapi.agendaChanges"),
        parameters: [
          Parameter.query(
            "from", number.adding("default", 1), words("openapi.fromEdition")),
          Parameter.query("to", number, words("openapi.toEdition")),
          Parameter.language(words),
        ],
        answers: [
          RouteDescription.Answer(status: 200, text: words("openapi.changes"), schema: changes)
        ]
      ).on(.meeting),
    ]
  }
}
