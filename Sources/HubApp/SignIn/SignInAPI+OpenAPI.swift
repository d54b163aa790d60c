import HubHTTP
import HubModel
import HubText
import HubWords

/// What the documents of the routes share by which people sign in, and out.
extension SignInAPI {
  static let person = JSONSchema.reference(to: [.person])
  static let handle = JSONSchema.text
  static let secret: JSON = ["type": "string", "minLength": 1]

  static func document(_ summary: String, _ answers: RouteDocument.Answer...) -> RouteDocument {
    RouteDocument(tag: "sign-in", summary: summary, answers: answers)
  }

  static func answer(_ words: Words, _ schema: JSON) -> RouteDocument.Answer {
    RouteDocument.Answer(status: 200, text: words("openapi.asItIs"), schema: schema)
  }

  /// Of what is over.
  static func ended(_ words: Words) -> RouteDocument.Answer {
    RouteDocument.Answer(
      status: 204, text: words("openapi.done"), optionalHeaders: [("Set-Cookie", JSONSchema.text)])
  }

  /// Of a session that began.
  static func signedIn(_ words: Words) -> RouteDocument.Answer {
    RouteDocument.Answer(
      status: 201, text: words("openapi.signedIn"),
      schema: JSONSchema.object([
        ("person", person), ("handle", handle), ("expires", JSONSchema.moment),
      ]), headers: [("Set-Cookie", JSONSchema.text), ("Location", JSONSchema.text)])
  }
}
