import HubCrypto
import HubHTTP
import HubModel
import HubText

/// `/sessions`: signing in with a password, and out.
struct SessionAPI: Sendable {
  let hub: Hub
  let signIn: SignIn

  static let path = "\(API.root)/sessions"

  init(_ hub: Hub, _ signIn: SignIn) {
    self.hub = hub
    self.signIn = signIn
  }

  var routes: [Route] {
    let path = Self.path
    return [
      Route(.post, path, name: "sign in") { request, _ in try begin(request) },
      Route(.delete, path, name: "sign out everywhere") { request, _ in try endAll(request) },
      Route(.get, "\(path)/current", name: "show session") { request, _ in try show(request) },
      Route(.delete, "\(path)/current", name: "sign out") { request, _ in try end(request) },
    ]
  }

  /// Nothing in the answer, and no work that is done, tells whether there is such a person.
  private func begin(_ request: Request) throws -> Response {
    let (login, password) = try Self.read(request.json())
    let account = try hub.read(as: .anonymous) { try Password.account(login, $0.connection) }
    let attempt = PasswordAttempt(hub, signIn, request, account?.person, login)
    guard try attempt.isRight(password, against: account?.hash), let account,
      let hash = account.hash
    else { throw SignInRefusal.badCredentials }
    let newHash = PasswordHash.needsRehash(hash) ? try? signIn.hash(password) : nil
    let session = try hub.write(as: .person(account.handle)) { writing in
      // It may have been changed while this one was being verified.
      guard try Password.hash(of: account.person, writing.connection) == hash else {
        throw SignInRefusal.badCredentials
      }
      if let newHash { try Password.rehash(newHash, of: account.person, in: writing) }
      if let former = self.former(request) { try BrowserSession.end(former, in: writing) }
      return try BrowserSession.begin(for: account.person, signIn.settings, in: writing)
    }
    return SignInAPI.answer(account.person, account.handle, session, signIn.settings)
  }

  /// The session that the browser had until now: it ends with the sign-in, so that nobody can
  /// have planted it.
  private func former(_ request: Request) -> [UInt8]? {
    request.cookies.first(named: signIn.settings.cookieName).map { Token.digest(of: $0) }
  }

  private static func read(_ json: JSON) throws -> (Login, String) {
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

  private func show(_ request: Request) throws -> Response {
    try hub.read(for: request) { reading in
      guard let person = reading.caller.person else { throw Refusal.signInRequired }
      guard let digest = request.session, let session = try BrowserSession.find(digest, in: reading)
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

  private func end(_ request: Request) throws -> Response {
    try hub.write(as: request.identity) { writing in
      guard writing.caller.person != nil else { throw Refusal.signInRequired }
      guard let digest = request.session else { throw SignInRefusal.noSession }
      try BrowserSession.end(digest, in: writing)
    }
    return signedOut()
  }

  private func endAll(_ request: Request) throws -> Response {
    try hub.write(as: request.identity) { writing in
      _ = try BrowserSession.endAll(of: SignInAPI.caller(request, in: writing), in: writing)
    }
    return signedOut()
  }

  private func signedOut() -> Response {
    var response = Response.noContent().unkept
    response.headers.add("Set-Cookie", SessionCookie(signIn.settings).removal.text)
    return response
  }
}
