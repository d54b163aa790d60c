import HubHTTP
import HubModel
import HubText
import HubWords

extension ImportAPI {
  static func imported(_ words: Words) -> RouteDocument {
    let column = JSONSchema.object([
      ("heading", JSONSchema.text), ("readAs", JSONSchema.nullable(JSONSchema.text)),
      ("label", JSONSchema.nullable(JSONSchema.text)),
    ])
    let change = JSONSchema.object([("field", JSONSchema.text), ("from", [:]), ("to", [:])])
    let item = JSONSchema.object([
      ("row", JSONSchema.count),
      ("does", JSONSchema.word(of: ImportResult.Deed.allCases.map(\.rawValue))),
      ("ref", JSONSchema.nullable(JSONSchema.reference(to: ImportKind.all.map(\.type)))),
      ("name", JSONSchema.text), ("changes", JSONSchema.list(of: change)),
    ])
    let key = JSONSchema.object([("row", JSONSchema.count), ("key", JSONSchema.text)])
    let answer = JSONSchema.object(
      [
        ("kind", JSONSchema.text), ("dryRun", JSONSchema.flag),
        ("columns", JSONSchema.list(of: column)), ("rows", JSONSchema.count),
        ("created", JSONSchema.count), ("changed", JSONSchema.count),
        ("unchanged", JSONSchema.count), ("remarks", JSONSchema.list(of: JSONSchema.count)),
        ("items", JSONSchema.list(of: item)), ("keys", JSONSchema.list(of: key)),
      ],
      required: [
        "kind", "dryRun", "columns", "rows", "created", "changed", "unchanged", "remarks", "items",
      ])
    var document = RouteDocument(
      tag: "files", summary: words("openapi.import"),
      details: words("openapi.importDetails", ["most": String(ImportTable.most)]),
      answers: [
        RouteDocument.Answer(status: 200, text: words("openapi.imported"), schema: answer)
      ]
    ).taking(JSONSchema.text, types: ["text/csv", "text/plain"]).refusing([.notFound, .conflict])
    document.body?.example = "handle,name\r\nrosa,Rosa Exemplar\r\n"
    document.path["kind"] = kinds
    return document
  }

  static func importedQuery(_ words: Words) -> [JSON] {
    let encodings = CSV.Encoding.allCases.map(\.rawValue)
    return [
      Parameter.query("dryRun", JSONSchema.flag, words("openapi.importDryRun")),
      Parameter.query(
        "encoding", JSONSchema.word(of: encodings), words("openapi.importEncoding")),
      Parameter.list("without", of: JSONSchema.text, words("openapi.importWithout"), atMost: 100),
      Parameter.query("part", JSONSchema.flag, words("openapi.importPart")),
      Parameter.query(
        "firstRow", ["type": "integer", "minimum": 2, "maximum": 100_000_000],
        words("openapi.importFirstRow")),
      Parameter.language(words),
    ]
  }

  static func template(_ words: Words) -> RouteDocument {
    var document = RouteDocument(
      tag: "files", summary: words("openapi.importTemplate"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.importTemplate"), type: "text/csv; charset=utf-8",
          schema: JSONSchema.text)
      ]
    ).refusing([.notFound])
    document.path["kind"] = kinds
    return document
  }

  private static let kinds = JSONSchema.word(of: ImportKind.all.map(\.name))
}
