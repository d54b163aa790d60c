import HubHTTP
import HubModel
import HubText
import HubWords

extension SignOutAPI {
  static func document(_ words: Words) -> RouteDocument {
    let request = JSONSchema.object(
      [("password", JSONSchema.nullable(JSONSchema.flag))], required: [], isClosed: true)
    let ended = JSONSchema.object([
      ("person", SignInAPI.person), ("handle", SignInAPI.handle), ("sessions", JSONSchema.count),
      ("tokens", JSONSchema.count), ("invitations", JSONSchema.count),
      ("password", JSONSchema.flag),
    ])
    var document = SignInAPI.document(
      words("openapi.endSignIns"), SignInAPI.answer(words, ended)
    ).taking(request, isRequired: false).refusing([.notFound])
    document.path["ref"] = JSONSchema.namedReference(to: [.person])
    return document
  }
}
