import HubHTTP
import HubModel
import HubText
import HubWords

extension TokenAPI {
  static func listed(_ words: Words) -> RouteDocument {
    let list = JSONSchema.object([
      ("items", JSONSchema.list(of: JSONSchema.object(members))), ("next", JSONSchema.null),
    ])
    return SignInAPI.document(words("openapi.listTokens"), SignInAPI.answer(words, list))
  }

  static func made(_ words: Words) -> RouteDocument {
    let once = JSONSchema.text.adding("description", text: words("openapi.secret"))
    let request = JSONSchema.object(
      [
        ("name", ["type": "string", "minLength": 1, "maxLength": 100]), ("scopes", scopes),
        ("expires", JSONSchema.text.adding("description", text: words("openapi.tokenExpires"))),
      ], required: ["name"], isClosed: true)
    let made = RouteDocument.Answer(
      status: 201, text: words("openapi.madeToken"),
      schema: JSONSchema.object(members + [("token", once)]),
      headers: [("Location", JSONSchema.text)])
    return SignInAPI.document(words("openapi.makeToken"), made).taking(request)
  }

  static func revoked(_ words: Words) -> RouteDocument {
    var document = SignInAPI.document(words("openapi.revokeToken"), SignInAPI.ended(words))
      .refusing([.notFound])
    document.path["number"] = number
    return document
  }

  static func allRevoked(_ words: Words) -> RouteDocument {
    SignInAPI.document(
      words("openapi.revokeTokens"),
      SignInAPI.answer(words, JSONSchema.object([("revoked", JSONSchema.count)])))
  }

  private static let number: JSON = ["type": "integer", "minimum": 1]
  private static let scopes = JSONSchema.list(
    of: JSONSchema.word(of: Scopes.named.map(\.name)))

  /// What is shown of every token.
  private static var members: [(String, JSON)] {
    let moment = JSONSchema.nullable(JSONSchema.moment)
    return [
      ("number", number), ("name", JSONSchema.text), ("scopes", scopes),
      ("created", JSONSchema.moment), ("expires", JSONSchema.moment), ("lastUsed", moment),
      ("revoked", moment),
    ]
  }
}
