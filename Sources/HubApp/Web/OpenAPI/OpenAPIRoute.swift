import HubHTTP
import HubModel
import HubText
import HubWords
import Synchronization

/// `GET /openapi.json`: the document that describes the API, itself included.
enum OpenAPIRoute {
  static let path = "\(API.root)/openapi.json"

  static var routes: [APIRoute] {
    [APIRoute(.get, path, name: "openapi", .reading(described), handler: show)]
  }

  private static func show(_ context: Context) throws -> Response {
    let language = Language(rawValue: context.request.language()) ?? .en
    let document = documents.document(in: language, of: context.signIn.settings)
    let answer: Response
    if let condition = try context.request.ifNoneMatch(), condition.names(document.tag) {
      answer = .notModified(document.tag)
    } else {
      answer = .json(document.bytes).with("ETag", document.tag.text)
    }
    return answer.with("Content-Language", language.rawValue).with("Vary", "Accept-Language")
  }

  private static let documents = Documents()

  private static func described(_ words: Words) -> RouteDocument {
    let headers = [("ETag", JSONSchema.text), ("Vary", JSONSchema.text)]
    let language = ("Content-Language", JSONSchema.word(of: Language.allCases.map(\.rawValue)))
    return RouteDocument(
      tag: "overview", summary: words("openapi.document"),
      fields: [
        Parameter.header("If-None-Match", JSONSchema.text, words("openapi.ifNoneMatch"))
      ],
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.document"), schema: ["type": "object"],
          headers: headers + [language]),
        RouteDocument.Answer(
          status: 304, text: words("openapi.notModified"), headers: headers,
          optionalHeaders: [language]),
      ])
  }
}

/// The document in each language, made when it is first asked for.
private final class Documents: Sendable {
  private let kept = Mutex<[Key: Document]>([:])

  /// What it depends on.
  private struct Key: Hashable {
    let language: Language
    let base: String
    let cookie: String
  }

  struct Document {
    let bytes: [UInt8]
    let tag: EntityTag
  }

  func document(in language: Language, of settings: SignInSettings) -> Document {
    let key = Key(language: language, base: settings.base, cookie: settings.cookieName)
    return kept.withLock { kept in
      if let document = kept[key] { return document }
      let bytes = OpenAPIDocument(Words(language), of: settings).json.written()
      let document = Document(bytes: bytes, tag: EntityTag(of: bytes))
      kept[key] = document
      return document
    }
  }
}
