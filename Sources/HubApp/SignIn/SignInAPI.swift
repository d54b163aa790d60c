import HubHTTP
import HubModel
import HubText

/// What the routes share by which people and programs sign in, stay signed in and sign out.
enum SignInAPI {
  /// `{"person": "P-3", "handle": "ana", "expires": …}` and the cookie of a new session.
  static func answer(
    _ person: ID<Person>, _ handle: String, _ session: (secret: String, expires: Moment),
    _ settings: SignInSettings
  ) -> Response {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("person", person.description)
    writer.member("handle", handle)
    writer.member("expires", session.expires.description)
    writer.endObject()
    var response = Response.json(writer, status: 201).unkept
    response.headers.add("Set-Cookie", SessionCookie(settings).keeping(session.secret).text)
    return response.with("Location", "\(settings.base)\(SessionAPI.path)/current")
  }

  /// The caller, who must be somebody and whose credential must reach that far.
  static func caller(_ context: Context, in reading: Reading) throws -> ID<Person> {
    guard let person = reading.caller.person else { throw Refusal.signInRequired }
    guard context.request.scopes.contains(.admin) else { throw SignInRefusal.scopeMissing(.admin) }
    return person
  }

  /// The person whom a path names, `P-3` or `@ana`, if the caller may see them.
  static func person(_ parameters: Parameters, in reading: Reading) throws -> Person {
    let text = try parameters.require("ref")
    if text.hasPrefix("@") {
      let handle = String(text.dropFirst())
      guard let found = try SignedIn.person(handle, in: reading) else {
        throw Refusal.notFound(text)
      }
      return found
    }
    guard let reference = Reference(text), let id = ID<Person>(reference) else {
      throw Refusal.notFound(text)
    }
    return try reading.find(id)
  }
}

extension Response {
  /// The answer with word that nobody keeps a copy: it holds a secret, or ends one.
  var unkept: Response { with("Cache-Control", "no-store") }
}
