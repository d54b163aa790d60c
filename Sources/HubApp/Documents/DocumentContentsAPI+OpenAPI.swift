import HubHTTP
import HubModel
import HubText
import HubWords

extension DocumentContentsAPI {
  private static let bytes: JSON = ["type": "string", "contentEncoding": "binary"]
  /// First, so that programs that are generated have bytes, whatever the file is.
  private static let octets = ContentType.unknown.rawValue
  private static let otherTypes = ContentType.allCases.filter { $0 != .unknown }.map {
    ($0.rawValue, bytes)
  }
  /// In which a file can come.
  static let forms = [octets] + otherTypes.map(\.0)
  private static let edition: JSON = ["type": "integer", "minimum": 1]

  static func shown(_ words: Words) -> RouteDocument {
    let headers = [
      "Content-Disposition", "Content-Security-Policy", "ETag", "Last-Modified", "Accept-Ranges",
    ].map { ($0, JSONSchema.text) }
    var document = RouteDocument(
      tag: RecordType.document.path, summary: words("openapi.contents"),
      details: words("openapi.contentsDetails"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.contents"), type: octets, schema: bytes,
          otherTypes: otherTypes, headers: headers),
        RouteDocument.Answer(
          status: 206, text: words("openapi.contentsPart"), type: octets, schema: bytes,
          otherTypes: otherTypes, headers: headers + [("Content-Range", JSONSchema.text)]),
      ]
    ).on(.document).refusing([.gone, .rangeNotSatisfiable])
    document.fields.append(Parameter.header("Range", JSONSchema.text, words("openapi.range")))
    return document
  }

  static func shownQuery(_ words: Words) -> [JSON] {
    [Parameter.query("edition", edition, words("openapi.contentsEdition"))]
  }

  static func kept(_ words: Words) -> RouteDocument {
    let record = JSONSchema.named(RecordType.document.schemaName)
    var document = RouteDocument(
      tag: RecordType.document.path, summary: words("openapi.keepContents"),
      details: words("openapi.keepContentsDetails"),
      answers: [200, 201].map {
        RouteDocument.Answer(
          status: $0, text: words("openapi.keepContents"), schema: record,
          headers: [("ETag", JSONSchema.text)])
      }
    ).taking(bytes, types: [octets]).on(.document)
      .refusing([.conflict, .preconditionFailed, .preconditionRequired])
    document.fields.append(
      Parameter.header("If-Match", JSONSchema.text, words("openapi.contentsIfMatch")))
    return document
  }

  static func keptQuery(_ words: Words) -> [JSON] {
    [Parameter.query("fileName", JSONSchema.text, words("openapi.fileName"), isRequired: true)]
  }

  static func listed(_ words: Words) -> RouteDocument {
    let item = JSONSchema.object([
      ("edition", edition), ("at", JSONSchema.moment), ("mediaType", JSONSchema.text),
      ("size", JSONSchema.count), ("digest", JSONSchema.text), ("expunged", JSONSchema.flag),
    ])
    return RouteDocument(
      tag: RecordType.document.path, summary: words("openapi.documentEditions"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.documentEditions"),
          schema: JSONSchema.object([("items", JSONSchema.list(of: item))]))
      ]
    ).on(.document)
  }
}
