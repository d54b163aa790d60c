import HubHTTP
import HubModel
import HubText
import HubWords

extension PasswordAPI {
  static func changed(_ words: Words) -> RouteDocument {
    let request = JSONSchema.object(
      [("current", SignInAPI.secret), ("new", SignInAPI.secret)], isClosed: true)
    return SignInAPI.document(words("openapi.changePassword"), SignInAPI.signedIn(words))
      .taking(request).refusing([.tooManyRequests])
  }
}
