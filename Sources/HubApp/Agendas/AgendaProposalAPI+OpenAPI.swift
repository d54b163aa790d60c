import HubHTTP
import HubModel
import HubText

extension AgendaProposalAPI {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    let step = JSONSchema.object([
      ("ref", JSONSchema.reference(to: [.agendaItem])),
      ("title", JSONSchema.named("LocalizedText")),
      ("state", JSONSchema.word(of: AgendaItem.State.allCases.map(\.rawValue))),
      ("meeting", JSONSchema.nullable(JSONSchema.reference(to: [.meeting]))),
      ("day", JSONSchema.nullable(JSONSchema.day)),
    ])
    var proposal = FileRoutes.file("agenda proposal", words("openapi.proposal"), words).on(.body)
    proposal.parameters.insert(
      Parameter.query("date", JSONSchema.text, words("openapi.proposalDate")), at: 0)
    return [
      proposal,
      RouteDescription(
        name: "lineage of agendaItem", tag: RecordType.agendaItem.path,
        summary: words("openapi.lineage"),
        answers: [
          RouteDescription.Answer(
            status: 200, text: words("openapi.lineage"),
            schema: JSONSchema.object([
              ("item", JSONSchema.reference(to: [.agendaItem])),
              ("timesDeferred", JSONSchema.count), ("items", JSONSchema.list(of: step)),
            ]))
        ]
      ).on(.agendaItem),
    ]
  }
}
