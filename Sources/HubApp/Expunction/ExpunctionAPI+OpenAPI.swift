import HubHTTP
import HubModel
import HubText
import HubWords

extension ExpunctionAPI {
  static func document(_ words: Words) -> RouteDocument {
    let person = JSONSchema.reference(to: [.person])
    let request = JSONSchema.object(
      [
        ("text", JSONSchema.text), ("person", person),
        ("reason", JSONSchema.text(matching: "\\S")), ("dryRun", JSONSchema.flag),
      ], required: ["reason"], isClosed: true
    ).adding("oneOf", [["required": ["text"]], ["required": ["person"]]])
    let touched = JSONSchema.object([
      ("ref", JSONSchema.nullable(JSONSchema.named("Reference"))),
      ("places", JSONSchema.count),
    ])
    return RouteDocument(
      tag: "overview", summary: words("openapi.expunge"), details: words("openapi.expungeDetails"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.expunged"),
          schema: JSONSchema.object([
            ("dryRun", JSONSchema.flag), ("places", JSONSchema.count),
            ("entries", JSONSchema.count), ("records", JSONSchema.list(of: touched)),
            ("erased", JSONSchema.flag),
          ]))
      ]
    ).taking(request).refusing([.notFound, .conflict])
  }
}
