import HubHTTP
import HubModel
import HubText

extension AgendaFileAPI {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    let meeting = JSONSchema.nullable(JSONSchema.reference(to: [.meeting]))
    return [
      FileRoutes.sending(
        "publish agenda file", words("openapi.publishAgenda"), published(words), words,
        parameters: [Parameter.language(words)] + Parameter.text("note", words("openapi.note"))
      ).writing([.notFound, .conflict, .preconditionFailed]),
      FileRoutes.sending(
        "check agenda file", words("openapi.checkAgenda"),
        [
          RouteDescription.Answer(
            status: 200, text: words("openapi.faults"),
            schema: JSONSchema.object([("faults", FileRoutes.faults), ("meeting", meeting)]))
        ], words),
      FileRoutes.sending(
        "changes of agenda file", words("openapi.changesOfAgenda"),
        [
          RouteDescription.Answer(
            status: 200, text: words("openapi.changes"),
            schema: JSONSchema.object([
              ("meeting", meeting), ("changes", JSONSchema.list(of: FileRoutes.change)),
            ]))
        ], words),
      FileRoutes.file("agenda file of meeting", words("openapi.agendaFile"), words)
        .on(.meeting),
    ]
  }

  private static func published(_ words: Words) -> [RouteDescription.Answer] {
    let schema = JSONSchema.object([
      ("meeting", JSONSchema.reference(to: [.meeting])),
      ("agenda", JSONSchema.reference(to: [.agenda])),
      ("edition", JSONSchema.count), ("revision", JSONSchema.count), ("changed", JSONSchema.flag),
      ("addLines", JSONSchema.list(of: JSONSchema.text)),
      ("items", JSONSchema.list(of: JSONSchema.reference(to: [.agendaItem]))),
    ])
    return [
      RouteDescription.Answer(status: 200, text: words("openapi.published"), schema: schema),
      RouteDescription.Answer(
        status: 201, text: words("openapi.publishedNew"), schema: schema,
        headers: [("Location", JSONSchema.text)]),
    ]
  }
}
