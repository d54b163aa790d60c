import HubHTTP
import HubModel
import HubText
import HubWords

/// `GET /` and `GET /api/v1`: what this is, where the document of the API is and how to sign in; as
/// a page for whoever prefers one, else as JSON.
enum WelcomeAPI {
  static let page = "text/html; charset=utf-8"
  /// The usual one first: a program that takes anything gets it.
  static let forms = [RouteDescription.json, page]

  static var routes: [APIRoute] {
    [APIRoute(.get, API.root, name: "welcome", described(document), handler: show)]
  }

  /// A route that answers so: the API's own, and the one at the root of the service.
  static func described(
    _ document: @escaping @Sendable (Words) -> RouteDocument
  ) -> RouteDescription {
    .reading(document).taking(FileRoutes.query).answering(in: forms).brief
  }

  private static func show(_ context: Context) throws -> Response {
    let words = try context.request.words()
    let welcome = Welcome(words, base: context.signIn.settings.base)
    let isPage = context.request.accept?.choose(from: forms) == page
    var response = isPage ? Response.html(welcome.page) : Response.json(welcome.json)
    if isPage {
      response.headers["Content-Security-Policy"] =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'"
    }
    return response.with("Content-Language", words.language.rawValue)
      .with("Vary", "Accept, Accept-Language, Authorization, Cookie")
  }
}

/// What a service says of itself to whoever comes to its address.
struct Welcome {
  let words: Words
  /// What stands before the path of every address.
  let base: String

  init(_ words: Words, base: String) {
    self.words = words
    self.base = base
  }

  var api: String { base + API.root }
  var openapi: String { base + OpenAPIRoute.path }
  var sessions: String { base + SessionAPI.path }

  var json: JSON {
    [
      "name": .string(words("welcome.name")), "about": .string(words("welcome.about")),
      "version": .string(Version.text), "api": .string(api), "openapi": .string(openapi),
      "signIn": .string(words("welcome.signIn")), "sessions": .string(sessions),
      "public": .string(words("welcome.public")),
    ]
  }
}
