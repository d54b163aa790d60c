import HubHTTP
import HubModel
import HubText
import HubWords

extension TraceAPI {
  static func document(_ words: Words) -> RouteDocument {
    let edge = JSONSchema.object([
      ("earlier", JSONSchema.named("Reference")), ("later", JSONSchema.named("Reference")),
      ("field", JSONSchema.text), ("direction", JSONSchema.word(of: ["back", "forth"])),
    ])
    return RouteDocument(
      tag: "overview", summary: words("openapi.trace"),
      path: ["ref": JSONSchema.named("Reference")],
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.chain"),
          schema: JSONSchema.object([
            ("start", JSONSchema.named("Reference")),
            ("nodes", JSONSchema.list(of: JSONSchema.named("Mention"))),
            ("edges", JSONSchema.list(of: edge)),
          ]))
      ], problems: [.notFound])
  }
}
