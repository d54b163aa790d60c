import HubCrypto
import HubHTTP
import HubModel
import HubText

/// `/sessions`: signing in with a password, and out.
enum SessionAPI {
  static let path = "\(API.root)/sessions"

  static var routes: [APIRoute] {
    let current = "\(path)/current"
    return [
      APIRoute(
        .post, path, name: "sign in", .writing(begun).asked(by: .anybody).secret, handler: begin),
      APIRoute(
        .delete, path, name: "sign out everywhere", .writing(allEnded).secret.bodiless,
        handler: endAll),
      APIRoute(
        .get, current, name: "show session", .reading(shown).asked(by: .signedIn).secret,
        handler: show),
      APIRoute(.delete, current, name: "sign out", .writing(ended).secret.bodiless, handler: end),
    ]
  }

  /// Nothing in the answer, and no work that is done, tells whether there is such a person.
  private static func begin(_ context: Context) throws -> Response {
    let (login, password) = try credentials(in: context.request.json())
    let account = try context.hub.read(as: .anonymous) {
      try Password.account(login, $0.connection)
    }
    let attempt = PasswordAttempt(context, account?.person, login)
    guard try attempt.isRight(password, against: account?.hash), let account,
      let hash = account.hash
    else { throw SignInRefusal.badCredentials }
    let newHash = PasswordHash.needsRehash(hash) ? try? context.signIn.hash(password) : nil
    let session = try context.hub.write(as: .person(account.handle)) { writing in
      // It may have been changed while this one was being verified.
      guard try Password.hash(of: account.person, writing.connection) == hash else {
        throw SignInRefusal.badCredentials
      }
      if let newHash { try Password.rehash(newHash, of: account.person, in: writing) }
      if let former = former(context) { try BrowserSession.end(former, in: writing) }
      return try BrowserSession.begin(for: account.person, context.signIn.settings, in: writing)
    }
    return SignInAPI.answer(account.person, account.handle, session, context.signIn.settings)
  }

  /// The session that the browser had until now: it ends with the sign-in, so that nobody can
  /// have planted it.
  private static func former(_ context: Context) -> [UInt8]? {
    context.request.cookies.first(named: context.signIn.settings.cookieName)
      .map { Token.digest(of: $0) }
  }

  private static func credentials(in json: JSON) throws -> (Login, String) {
    var members = try RequestMembers(json, known: ["handle", "email", "password"])
    let email = members.optionalText("email")
    let handle = email == nil ? members.text("handle") : ""
    if email != nil, members.has("handle") { members.fault("handleOrEmail", "email") }
    let password = members.text("password")
    try members.finish()
    return (
      Login(email ?? handle, isEmail: email != nil), PasswordRules.normalized(password)
    )
  }

  private static func show(_ context: Context) throws -> Response {
    try context.read { reading in
      guard let person = reading.caller.person else { throw Refusal.signInRequired }
      guard let digest = context.request.session,
        let session = try BrowserSession.find(digest, in: reading)
      else { throw SignInRefusal.noSession }
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("person", person.description)
      writer.member("handle", reading.caller.handle ?? "")
      writer.member("created", session.created.description)
      writer.member("lastSeen", session.lastSeen.description)
      writer.member("expires", session.expires.description)
      writer.endObject()
      return .json(writer).unkept
    }
  }

  private static func end(_ context: Context) throws -> Response {
    try context.write { writing in
      guard writing.caller.person != nil else { throw Refusal.signInRequired }
      guard let digest = context.request.session else { throw SignInRefusal.noSession }
      try BrowserSession.end(digest, in: writing)
    }
    return signedOut(context)
  }

  private static func endAll(_ context: Context) throws -> Response {
    try context.write { writing in
      _ = try BrowserSession.endAll(of: SignInAPI.caller(context, in: writing), in: writing)
    }
    return signedOut(context)
  }

  private static func signedOut(_ context: Context) -> Response {
    var response = Response.noContent().unkept
    response.headers.add("Set-Cookie", SessionCookie(context.signIn.settings).removal.text)
    return response
  }
}
