import HubCrypto
import HubHTTP
import HubModel
import HubText
import Synchronization

/// `GET /openapi.json`: the document that describes the API, itself included.
enum OpenAPIRoute {
  /// - Parameter others: every other route.
  static func route(beside others: [Route]) -> Route {
    let documents = Documents()
    let pattern = "\(API.root)/openapi.json"
    let name = "openapi"
    return Route(.get, pattern, name: name) { request, _ in
      let language = Language(rawValue: request.language()) ?? .en
      let itself = Route(.get, pattern, name: name) { _, _ in .noContent() }
      let document = documents.document(in: language) {
        OpenAPIDocument(others + [itself] + Operations.routes(), Words(language)).json.written()
      }
      let answer: Response
      if let condition = try request.ifNoneMatch(), condition.names(document.tag) {
        answer = .notModified(document.tag)
      } else {
        answer = .json(document.bytes).with("ETag", document.tag.text)
      }
      return answer.with("Content-Language", language.rawValue).with("Vary", "Accept-Language")
    }
  }

  static func descriptions(_ words: Words) -> [RouteDescription] {
    let headers = [("ETag", JSONSchema.text), ("Vary", JSONSchema.text)]
    let language = ("Content-Language", JSONSchema.word(of: Language.allCases.map(\.rawValue)))
    return [
      RouteDescription(
        name: "openapi", tag: "overview", summary: words("openapi.document"),
        parameters: [
          Parameter.header("If-None-Match", JSONSchema.text, words("openapi.ifNoneMatch"))
        ],
        answers: [
          RouteDescription.Answer(
            status: 200, text: words("openapi.document"), schema: ["type": "object"],
            headers: headers + [language]),
          RouteDescription.Answer(
            status: 304, text: words("openapi.notModified"), headers: headers,
            optionalHeaders: [language]),
        ])
    ]
  }
}

/// The document in each language, made when it is first asked for.
private final class Documents: Sendable {
  private let kept = Mutex<[Language: Document]>([:])

  struct Document {
    let bytes: [UInt8]
    let tag: EntityTag
  }

  func document(in language: Language, _ make: () -> [UInt8]) -> Document {
    kept.withLock { kept in
      if let document = kept[language] { return document }
      let bytes = make()
      let digest = Digest.hex(Array(Digest.blake2b(bytes).prefix(12)))
      let document = Document(bytes: bytes, tag: EntityTag(digest))
      kept[language] = document
      return document
    }
  }
}
