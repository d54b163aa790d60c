import HubHTTP
import HubModel
import HubText
import HubWords

/// What the documents of the routes for agenda and minutes files share.
enum FileRoutes {
  /// A route to which a file is sent.
  static func sending(
    _ summary: String, like example: String, _ answers: [RouteDocument.Answer], _ words: Words
  ) -> RouteDocument {
    var document = RouteDocument(
      tag: "files", summary: summary, details: words("openapi.file"), answers: answers
    ).taking(JSONSchema.text, types: ["text/markdown", "text/plain"])
    document.body?.example = example
    return document
  }

  /// The query of a route that answers in the language that is asked for.
  static let query: @Sendable (Words) -> [JSON] = { [Parameter.language($0)] }

  /// What is said of the other language of what a file changes.
  static func stillRight(_ words: Words) -> JSON {
    Parameter.query("stillRight", JSONSchema.flag, words("openapi.filesStillRight"))
  }

  static let agenda = """
    # Spring plenary / Plénière du printemps

    - Body: B-1
    - Date: 18 June 2026, 9:00 to 12:30, America/Vancouver
    - Place: Surrey / Surrey

    ## 1. Fund housing visits / Financer des visites de logement

    - Purpose: decision
    - Time: 45 min
    - Presenter: @facilitator

    """

  static let minutes = """
    # Minutes: Spring plenary / Procès-verbal : Plénière du printemps

    - Meeting: M-12
    - Present: @facilitator, @secretary (remote)

    ## 1. Fund housing visits / Financer des visites de logement

    - Status: dealt with
    - Decision: Fund two visits. / Financer deux visites. (consensus)
    - Action: Write to growers. / Écrire aux producteurs. @facilitator by Friday

    """

  /// A route that gives a file.
  static func file(_ summary: String) -> RouteDocument {
    RouteDocument(
      tag: "files", summary: summary,
      answers: [
        RouteDocument.Answer(
          status: 200, text: summary, type: "text/markdown; charset=utf-8", schema: JSONSchema.text,
          optionalHeaders: [("ETag", JSONSchema.text)])
      ])
  }

  /// A route that lists what was published of a file.
  static func editions(_ summary: String) -> RouteDocument {
    let edition = JSONSchema.object([
      ("edition", ["type": "integer", "minimum": 1]), ("at", JSONSchema.moment),
      ("note", JSONSchema.nullable(JSONSchema.named("LocalizedText"))),
    ])
    return RouteDocument(
      tag: "files", summary: summary,
      answers: [
        RouteDocument.Answer(
          status: 200, text: summary,
          schema: JSONSchema.object([("items", JSONSchema.list(of: edition))]))
      ]
    ).on(.meeting)
  }

  /// A route that gives a file as an edition of it was published.
  static func edition(_ summary: String) -> RouteDocument {
    var document = file(summary).on(.meeting)
    document.path["number"] = ["type": "integer", "minimum": 1]
    return document
  }

  /// A difference between two agendas.
  static let change: JSON = {
    let kinds = [
      "header", "title", "introduction", "objectives", "added", "removed", "moved", "changed",
    ]
    let side: JSON = [
      "anyOf": [JSONSchema.named("LocalizedText"), ["type": ["string", "null"]]]
    ]
    let place: JSON = ["type": "integer", "minimum": 1]
    let part = JSONSchema.object([
      ("part", JSONSchema.text), ("before", side), ("after", side),
    ])
    return JSONSchema.object(
      [
        ("kind", JSONSchema.word(of: kinds)), ("detail", JSONSchema.text),
        ("key", JSONSchema.text), ("before", side), ("after", side), ("number", place),
        ("item", JSONSchema.reference(to: [.agendaItem])),
        ("title", JSONSchema.named("LocalizedText")), ("from", place),
        ("parts", JSONSchema.list(of: part)),
      ], required: ["kind", "detail"])
  }()

  static let faults: JSON = {
    let place = JSONSchema.nullable(["type": "integer", "minimum": 1])
    return JSONSchema.list(
      of: JSONSchema.object([
        ("code", JSONSchema.text), ("pointer", JSONSchema.text), ("detail", JSONSchema.text),
        ("line", place), ("column", place),
      ]))
  }()
}
