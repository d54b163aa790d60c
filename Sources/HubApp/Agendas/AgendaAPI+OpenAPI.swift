import HubHTTP
import HubModel
import HubText
import HubWords

extension AgendaAPI {
  static func document(_ words: Words) -> RouteDocument {
    let number: JSON = ["type": "integer", "minimum": 1]
    let item: JSON = [
      "anyOf": [
        JSONSchema.object([("number", number)], isClosed: true),
        [
          "allOf": [
            JSONSchema.named(RecordType.agendaItem.schemaName),
            JSONSchema.object([("number", number)]),
          ]
        ],
      ]
    ]
    let answer = JSONSchema.object([
      ("meeting", JSONSchema.named(RecordType.meeting.schemaName)),
      ("agenda", JSONSchema.named(RecordType.agenda.schemaName)),
      ("items", JSONSchema.list(of: item)), ("names", JSONSchema.named("Names")),
    ])
    return RouteDocument(
      tag: RecordType.meeting.path, summary: words("openapi.agendaOfMeeting"),
      details: words("openapi.agendaOfMeetingItems"),
      answers: [
        RouteDocument.Answer(status: 200, text: words("openapi.agendaOfMeeting"), schema: answer)
      ]
    ).on(.meeting)
  }
}
