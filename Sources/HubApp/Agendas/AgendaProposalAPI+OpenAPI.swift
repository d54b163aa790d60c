import HubHTTP
import HubModel
import HubText
import HubWords

extension AgendaProposalAPI {
  static func proposed(_ words: Words) -> RouteDocument {
    FileRoutes.file(words("openapi.proposal")).on(.body)
  }

  /// For which day it is made, and in which language.
  static func proposedQuery(_ words: Words) -> [JSON] {
    [Parameter.query("date", JSONSchema.text, words("openapi.proposalDate"))]
      + FileRoutes.query(words)
  }

  static func descended(_ words: Words) -> RouteDocument {
    let step = JSONSchema.object([
      ("ref", JSONSchema.reference(to: [.agendaItem])),
      ("title", JSONSchema.named("LocalizedText")),
      ("state", JSONSchema.word(of: AgendaItem.State.allCases.map(\.rawValue))),
      ("meeting", JSONSchema.nullable(JSONSchema.reference(to: [.meeting]))),
      ("day", JSONSchema.nullable(JSONSchema.day)),
    ])
    return RouteDocument(
      tag: RecordType.agendaItem.path, summary: words("openapi.lineage"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.lineage"),
          schema: JSONSchema.object([
            ("item", JSONSchema.reference(to: [.agendaItem])),
            ("timesDeferred", JSONSchema.count), ("items", JSONSchema.list(of: step)),
          ]))
      ]
    ).on(.agendaItem)
  }
}
