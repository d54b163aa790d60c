import HubHTTP
import HubModel
import HubText

extension SearchAPI {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    let hit: JSON = [
      "allOf": [
        JSONSchema.named("Mention"),
        JSONSchema.object([("excerpt", JSONSchema.named("LocalizedText"))]),
      ]
    ]
    let types = JSONSchema.word(of: RecordType.allCases.map(\.rawValue))
    return [
      RouteDescription(
        name: "search", tag: "overview", summary: words("openapi.search"),
        details: words("openapi.searchDetails"),
        parameters: [
          Parameter.query(
            "q", JSONSchema.text(matching: "\\w"), words("openapi.q"), isRequired: true),
          Parameter.query("type", JSONSchema.list(of: types), words("field.type"))
            .adding("style", "form").adding("explode", true),
          Parameter.query(
            "limit", ["type": "integer", "minimum": 1, "maximum": 100, "default": 20],
            words("openapi.limit")),
          Parameter.query("cursor", JSONSchema.text, words("openapi.cursor")),
        ],
        answers: [
          RouteDescription.Answer(
            status: 200, text: words("openapi.hits"),
            schema: JSONSchema.object([
              ("items", JSONSchema.list(of: hit)), ("next", JSONSchema.nullable(JSONSchema.text)),
            ]))
        ])
    ]
  }
}
