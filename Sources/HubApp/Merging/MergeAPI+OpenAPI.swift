import HubHTTP
import HubModel
import HubText
import HubWords

extension MergeAPI {
  static func document<R: MergeableStored>(_ type: R.Type, _ words: Words) -> RouteDocument {
    let same = JSONSchema.reference(to: [R.type])
    let request = JSONSchema.object(
      [
        ("into", same), ("reason", JSONSchema.text(matching: "\\S")),
        ("records", JSONSchema.count), ("dryRun", JSONSchema.flag),
      ], required: ["into", "reason"], isClosed: true)
    let references = JSONSchema.list(of: JSONSchema.named("Reference"))
    return RouteDocument(
      tag: R.type.rawValue, summary: words("openapi.merge"), details: words("openapi.mergeDetails"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.merged"),
          schema: JSONSchema.object(
            [
              ("dryRun", JSONSchema.flag), ("merged", same), ("into", same),
              ("records", JSONSchema.count), ("moved", references), ("left", references),
            ], required: ["dryRun", "merged", "into", "records", "moved", "left"]))
      ]
    ).taking(request).refusing([.notFound, .conflict])
  }
}
