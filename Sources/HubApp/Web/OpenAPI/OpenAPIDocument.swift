import HubHTTP
import HubModel
import HubText
import HubWords

/// The OpenAPI 3.1 document of the API, from the routes, the field lists and the life cycles.
struct OpenAPIDocument {
  let words: Words
  /// Where others find the service, and how browsers are signed in to it.
  let settings: SignInSettings
  /// Of the API, and of what stands beside it.
  private let operations: [RouteOperation]

  init(_ words: Words, of settings: SignInSettings = SignInSettings()) {
    self.words = words
    self.settings = settings
    operations =
      API.router.routes.map { RouteOperation($0, words) }
      + Operations.router.routes.map { RouteOperation($0, words) }
  }

  var json: JSON {
    [
      "openapi": "3.1.0",
      "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
      "info": [
        "title": .string(words("openapi.title")), "version": .string(Version.text),
        "description": .string(Introduction(words: words).markdown),
        "license": ["name": "Apache 2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": .string(settings.base.isEmpty ? "/" : settings.base)]],
      "security": [["token": []], ["session": []]],
      "tags": .array(tags),
      "paths": paths,
      "components": components,
    ]
  }

  /// First what everybody begins with, then the kinds of records as people meet them.
  private var tags: [JSON] {
    [
      tag("overview", words("openapi.tag.overview")),
      tag("sign-in", words("openapi.tag.signIn")),
    ]
      + Subjects.all.map { subject in
        tag(subject.type.path, words("meaning.\(subject.type.rawValue)"))
      } + [
        tag("files", words("openapi.tag.files")),
        tag("operations", words("openapi.tag.operations")),
      ]
  }

  private func tag(_ name: String, _ text: String) -> JSON {
    ["name": .string(name), "description": .string(text)]
  }

  /// Each path once, in the order of the routes.
  private var paths: JSON {
    var order: [String] = []
    var byPath: [String: [(String, JSON)]] = [:]
    for operation in operations {
      if byPath[operation.pattern] == nil { order.append(operation.pattern) }
      byPath[operation.pattern, default: []].append(
        (operation.method.name.lowercased(), operation.json))
    }
    return JSON(members: order.map { ($0, JSON(members: byPath[$0] ?? [])) })
  }

  private var components: JSON {
    func schemas<R: Stored>(of type: R.Type) -> [(String, JSON)] {
      RecordSchemas<R>(words).components
    }
    let all = Subjects.all.flatMap { schemas(of: $0) } + CommonSchemas(words: words).components
    return [
      "schemas": JSON(members: all),
      "responses": JSON(members: ProblemAnswers(words: words).components),
      "securitySchemes": [
        "token": [
          "type": "http", "scheme": "bearer", "description": .string(words("openapi.token")),
        ],
        "session": [
          "type": "apiKey", "in": "cookie", "name": .string(settings.cookieName),
          "description": .string(words("openapi.session")),
        ],
      ],
    ]
  }
}
