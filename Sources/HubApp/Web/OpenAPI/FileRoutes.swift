import HubHTTP
import HubModel
import HubText

/// What the descriptions of the routes for agenda and minutes files share.
enum FileRoutes {
  /// A route to which a file is sent.
  static func sending(
    _ name: String, _ summary: String, _ answers: [RouteDescription.Answer], _ words: Words,
    parameters: [JSON]? = nil
  ) -> RouteDescription {
    var description = RouteDescription(
      name: name, tag: "files", summary: summary, details: words("openapi.file"),
      parameters: parameters ?? [Parameter.language(words)], answers: answers
    ).taking(JSONSchema.text, types: ["text/markdown", "text/plain"])
    description.body?.example = name.contains("minutes") ? minutes : agenda
    return description
  }

  private static let agenda = """
    # Spring plenary / Plénière du printemps

    - Body: B-1
    - Date: 18 June 2026, 9:00 to 12:30, America/Vancouver
    - Place: Surrey / Surrey

    ## 1. Fund housing visits / Financer des visites de logement

    - Purpose: decision
    - Time: 45 min
    - Presenter: @facilitator

    """

  private static let minutes = """
    # Minutes: Spring plenary / Procès-verbal : Plénière du printemps

    - Meeting: M-12
    - Present: @facilitator, @secretary (remote)

    ## 1. Fund housing visits / Financer des visites de logement

    - Status: dealt with
    - Decision: Fund two visits. / Financer deux visites. (consensus)
    - Action: Write to growers. / Écrire aux producteurs. @facilitator by Friday

    """

  /// A route that gives a file.
  static func file(_ name: String, _ summary: String, _ words: Words) -> RouteDescription {
    RouteDescription(
      name: name, tag: "files", summary: summary, parameters: [Parameter.language(words)],
      answers: [
        RouteDescription.Answer(
          status: 200, text: summary, type: "text/markdown; charset=utf-8", schema: JSONSchema.text,
          optionalHeaders: [("ETag", JSONSchema.text)])
      ])
  }

  /// A route that lists what was published of a file.
  static func editions(_ name: String, _ summary: String, _ words: Words) -> RouteDescription {
    let edition = JSONSchema.object([
      ("edition", ["type": "integer", "minimum": 1]), ("at", JSONSchema.moment),
      ("note", JSONSchema.nullable(JSONSchema.named("LocalizedText"))),
    ])
    return RouteDescription(
      name: name, tag: "files", summary: summary,
      answers: [
        RouteDescription.Answer(
          status: 200, text: summary,
          schema: JSONSchema.object([("items", JSONSchema.list(of: edition))]))
      ]
    ).on(.meeting)
  }

  /// A route that gives a file as an edition of it was published.
  static func edition(_ name: String, _ summary: String, _ words: Words) -> RouteDescription {
    var description = file(name, summary, words).on(.meeting)
    description.path["number"] = ["type": "integer", "minimum": 1]
    return description
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

extension Parameter {
  /// The language of an answer, before what the headers prefer.
  static func language(_ words: Words) -> JSON {
    query("lang", JSONSchema.word(of: Language.allCases.map(\.rawValue)), words("openapi.lang"))
  }

  /// A text in two languages: on one line, or a parameter for each.
  static func text(_ name: String, _ description: String) -> [JSON] {
    [name, "\(name)_en", "\(name)_fr"].map { query($0, JSONSchema.text, description) }
  }
}
