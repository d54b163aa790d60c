import HubHTTP
import HubModel
import HubText
import HubWords

extension SearchAPI {
  static func document(_ words: Words) -> RouteDocument {
    let hit: JSON = [
      "allOf": [
        JSONSchema.named("Mention"),
        JSONSchema.object([("excerpt", JSONSchema.named("LocalizedText"))]),
      ]
    ]
    return RouteDocument(
      tag: "overview", summary: words("openapi.search"), details: words("openapi.searchDetails"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.hits"),
          schema: JSONSchema.object([
            ("items", JSONSchema.list(of: hit)), ("next", JSONSchema.nullable(JSONSchema.text)),
          ]))
      ])
  }

  static func query(_ words: Words) -> [JSON] {
    let types = JSONSchema.word(of: RecordType.allCases.map(\.rawValue))
    return [
      Parameter.query("q", JSONSchema.text(matching: "\\w"), words("openapi.q"), isRequired: true),
      Parameter.list("type", of: types, words("field.type")),
      Parameter.list(
        "state", of: JSONSchema.word(of: SearchNarrowing.states), words("openapi.searchState"),
        atMost: Filter.mostValues),
      Parameter.list(
        "kind", of: JSONSchema.word(of: SearchNarrowing.kinds), words("openapi.searchKind"),
        atMost: Filter.mostValues),
      Parameter.list(
        "theme", of: JSONSchema.text, words("openapi.searchTheme"), atMost: Filter.mostValues),
      Parameter.query("since", JSONSchema.text, words("openapi.searchSince")),
      Parameter.query(
        "sort", JSONSchema.word(of: SearchAPI.orders), words("openapi.searchSort")),
      Parameter.query(
        "limit", ["type": "integer", "minimum": 1, "maximum": 100, "default": 20],
        words("openapi.limit")),
      Parameter.query("cursor", JSONSchema.text, words("openapi.cursor")),
    ]
  }
}
