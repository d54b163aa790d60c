import HubHTTP
import HubModel
import HubText
import HubWords

extension WelcomeAPI {
  static func document(_ words: Words) -> RouteDocument {
    let language = ("Content-Language", JSONSchema.word(of: Language.allCases.map(\.rawValue)))
    return RouteDocument(
      tag: "overview", summary: words("openapi.welcome"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.welcome"),
          schema: JSONSchema.object(
            ["name", "about", "version", "api", "openapi", "signIn", "sessions", "public"].map {
              ($0, JSONSchema.text)
            }),
          otherTypes: [(page, JSONSchema.text)], headers: [language])
      ])
  }

  /// The same at the root of the service.
  static func documentAtRoot(_ words: Words) -> RouteDocument {
    document(words).conditional(words).refusing([.badRequest, .unauthorized, .notAcceptable])
  }
}
