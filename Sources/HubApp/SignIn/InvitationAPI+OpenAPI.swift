import HubHTTP
import HubModel
import HubText
import HubWords

extension InvitationAPI {
  static func made(_ words: Words) -> RouteDocument {
    let invitation = JSONSchema.object([
      ("person", SignInAPI.person), ("handle", SignInAPI.handle),
      ("secret", JSONSchema.text.adding("description", text: words("openapi.secret"))),
      ("expires", JSONSchema.moment),
    ])
    var made = SignInAPI.answer(words, invitation)
    made.status = 201
    var document = SignInAPI.document(words("openapi.invite"), made).refusing([.notFound])
    document.path["ref"] = JSONSchema.namedReference(to: [.person])
    return document
  }

  static func used(_ words: Words) -> RouteDocument {
    let request = JSONSchema.object(
      [("secret", SignInAPI.secret), ("password", SignInAPI.secret)], isClosed: true)
    return SignInAPI.document(words("openapi.useInvitation"), SignInAPI.signedIn(words))
      .taking(request).refusing([.forbidden, .notFound])
  }
}
