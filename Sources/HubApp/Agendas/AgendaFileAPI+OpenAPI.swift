import HubHTTP
import HubModel
import HubText
import HubWords

extension AgendaFileAPI {
  static func published(_ words: Words) -> RouteDocument {
    let schema = JSONSchema.object(
      [
        ("meeting", JSONSchema.reference(to: [.meeting])),
        ("agenda", JSONSchema.reference(to: [.agenda])),
        ("edition", JSONSchema.count), ("newEdition", JSONSchema.flag),
        ("revision", JSONSchema.text), ("changed", JSONSchema.flag),
        ("addLines", JSONSchema.list(of: JSONSchema.text)),
        ("items", JSONSchema.list(of: JSONSchema.reference(to: [.agendaItem]))),
      ] + AgendaAccount.members)
    return FileRoutes.sending(
      words("openapi.publishAgenda"), like: FileRoutes.agenda,
      [
        RouteDocument.Answer(status: 200, text: words("openapi.published"), schema: schema),
        RouteDocument.Answer(
          status: 201, text: words("openapi.publishedNew"), schema: schema,
          headers: [("Location", JSONSchema.text)]),
      ], words
    ).refusing([.notFound, .conflict, .preconditionFailed])
  }

  /// In which language it answers, and what the edition is noted to be for.
  static func publishedQuery(_ words: Words) -> [JSON] {
    FileRoutes.query(words) + Parameter.text("note", words("openapi.note"))
      + [FileRoutes.stillRight(words)]
  }

  static func checked(_ words: Words) -> RouteDocument {
    FileRoutes.sending(
      words("openapi.checkAgenda"), like: FileRoutes.agenda,
      [
        RouteDocument.Answer(
          status: 200, text: words("openapi.faults"),
          schema: JSONSchema.object([("faults", FileRoutes.faults), ("meeting", meeting)]))
      ], words)
  }

  static func compared(_ words: Words) -> RouteDocument {
    FileRoutes.sending(
      words("openapi.changesOfAgenda"), like: FileRoutes.agenda,
      [
        RouteDocument.Answer(
          status: 200, text: words("openapi.changes"),
          schema: JSONSchema.object([
            ("meeting", meeting), ("changes", JSONSchema.list(of: FileRoutes.change)),
          ]))
      ], words)
  }

  static func shown(_ words: Words) -> RouteDocument {
    FileRoutes.file(words("openapi.agendaFile")).on(.meeting)
  }

  private static let meeting = JSONSchema.nullable(JSONSchema.reference(to: [.meeting]))
}
