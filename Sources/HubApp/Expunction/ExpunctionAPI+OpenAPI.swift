import HubHTTP
import HubModel
import HubText
import HubWords

extension ExpunctionAPI {
  static func document(_ words: Words) -> RouteDocument {
    func of(_ name: String, _ schema: JSON) -> JSON {
      JSONSchema.object(
        [
          (name, schema), ("also", JSONSchema.list(of: JSONSchema.text)),
          ("reason", JSONSchema.text(matching: "\\S")), ("places", JSONSchema.count),
          ("dryRun", JSONSchema.flag),
        ], required: [name, "reason"], isClosed: true)
    }
    let request = JSONSchema.either([
      ("ExpunctionOfText", of("text", JSONSchema.text)),
      ("ExpunctionOfPerson", of("person", JSONSchema.reference(to: [.person]))),
    ])
    let touched = JSONSchema.object([
      ("ref", JSONSchema.nullable(JSONSchema.named("Reference"))),
      ("places", JSONSchema.count), ("fields", JSONSchema.count),
      ("editions", JSONSchema.list(of: JSONSchema.count)),
      ("entries", JSONSchema.list(of: JSONSchema.count)),
    ])
    let near = JSONSchema.object([("text", JSONSchema.text), ("places", JSONSchema.count)])
    return RouteDocument(
      tag: "overview", summary: words("openapi.expunge"), details: words("openapi.expungeDetails"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.expunged"),
          schema: JSONSchema.object([
            ("dryRun", JSONSchema.flag), ("places", JSONSchema.count),
            ("entries", JSONSchema.count), ("common", JSONSchema.flag),
            ("records", JSONSchema.list(of: touched)), ("near", JSONSchema.list(of: near)),
            ("erased", JSONSchema.flag), ("left", JSONSchema.nullable(JSONSchema.text)),
            ("copies", JSONSchema.list(of: JSONSchema.text)),
            (
              "documents",
              JSONSchema.list(
                of: JSONSchema.object([
                  ("ref", JSONSchema.reference(to: [.document])), ("edition", JSONSchema.count),
                ]))
            ),
            ("packed", JSONSchema.list(of: JSONSchema.reference(to: [.document]))),
          ]))
      ]
    ).taking(request).refusing([.notFound, .conflict])
  }
}
