import HubHTTP
import HubModel
import HubText
import HubWords

extension SessionAPI {
  static func begun(_ words: Words) -> RouteDocument {
    let secret = SignInAPI.secret
    func by(_ name: String) -> JSON {
      JSONSchema.object([(name, secret), ("password", secret)], isClosed: true)
    }
    let request = JSONSchema.either([
      ("SignInByHandle", by("handle")), ("SignInByEmail", by("email")),
    ])
    return SignInAPI.document(words("openapi.signIn"), SignInAPI.signedIn(words)).taking(request)
      .refusing([.forbidden, .tooManyRequests])
  }

  static func allEnded(_ words: Words) -> RouteDocument {
    SignInAPI.document(words("openapi.signOutEverywhere"), SignInAPI.ended(words))
  }

  static func shown(_ words: Words) -> RouteDocument {
    let session = JSONSchema.object([
      ("person", SignInAPI.person), ("handle", SignInAPI.handle), ("created", JSONSchema.moment),
      ("lastSeen", JSONSchema.moment), ("expires", JSONSchema.moment),
    ])
    return SignInAPI.document(words("openapi.showSession"), SignInAPI.answer(words, session))
      .refusing([.notFound])
  }

  static func ended(_ words: Words) -> RouteDocument {
    SignInAPI.document(words("openapi.signOut"), SignInAPI.ended(words)).refusing([.notFound])
  }
}
