import HubCrypto
package import HubHTTP
import HubModel

/// Finds out who sends a request: by an access token, by the header of a trusted proxy, by the
/// cookie of a session, or nobody. At most one statement, and none without a credential or where
/// nothing was committed since the credential was looked up.
package struct Authenticator: Sendable {
  package let hub: Hub
  package let signIn: SignIn
  private let site: SameSite
  private let known = Kept<Presented, Credential>(most: 1 << 20)
  private let touches = Touches()

  /// A secret's digest, and as what it was presented: a token is no cookie.
  private enum Presented: Hashable, Sendable {
    case token([UInt8]), session([UInt8])
  }

  package init(_ hub: Hub, _ signIn: SignIn) {
    self.hub = hub
    self.signIn = signIn
    site = SameSite(signIn.settings)
  }

  private var settings: SignInSettings { signIn.settings }

  /// The request with its principal, scopes and session set. What it claims of them itself is not
  /// believed. Where it asks for no language it gets the person's.
  ///
  /// - Parameter version: of the data, taken before; nil looks every credential up.
  /// - Throws: `SignInRefusal` for a credential that is wrong or over: nobody is silently treated
  ///   as anonymous.
  package func authenticate(
    _ received: Request, at version: Int64? = nil
  ) throws -> Request {
    var request = received
    request.principal = nil
    request.scopes = .all
    request.session = nil
    request.ownLanguage = nil
    let authorization = request.headers.all("Authorization")
    let bearer = authorization.first.flatMap(Self.bearer)
    if bearer == nil, let name = try proxiedName(request) {
      // A browser's sign-in at the proxy is sent along with whatever another site makes it send.
      guard request.method.isSafe || site.isCertain(request) else {
        throw SignInRefusal.crossSite
      }
      try sign(&request, byProxy: name)
    } else if !authorization.isEmpty {
      guard authorization.count == 1, let bearer else { throw SignInRefusal.badToken }
      try sign(&request, by: bearer, at: version)
    } else if let cookie = request.cookies.first(named: settings.cookieName) {
      try sign(&request, byCookie: cookie, at: version)
    } else if !request.method.isSafe, site.isForeign(request) {
      throw SignInRefusal.crossSite
    }
    return request
  }

  /// Whether a request comes with anything that could tell who sends it.
  func hasCredential(_ request: Request) -> Bool {
    request.headers["Authorization"] != nil
      || request.cookies.first(named: settings.cookieName) != nil
      || settings.personHeader.map { request.headers[$0] != nil } ?? false
  }

  /// The secret of `Bearer …` (RFC 6750, section 2.1); nil for any other scheme.
  private static func bearer(_ value: String) -> String? {
    let bytes = value.utf8
    guard bytes.count > 7, zip(bytes, "bearer ".utf8).allSatisfy({ $0 | 0x20 == $1 }) else {
      return nil
    }
    return String(Substring(bytes.dropFirst(7).drop { $0 == UInt8(ascii: " ") }))
  }

  private func proxiedName(_ request: Request) throws -> String? {
    guard let header = settings.personHeader,
      request.isFromProxy || settings.trustedProxies.contains(request.remoteAddress ?? "unix")
    else { return nil }
    let names = request.headers.all(header).filter { !$0.isEmpty }
    // Two of them: one could be the client's own.
    guard names.count <= 1 else { throw SignInRefusal.noAccount }
    return names.first
  }

  private func sign(_ request: inout Request, byProxy name: String) throws {
    let person = try hub.read(as: .anonymous) { reading in
      try Credential.person(named: name, reading.connection)
    }
    guard let person else { throw SignInRefusal.noAccount }
    admit(&request, person.handle, person.language)
  }

  private func sign(
    _ request: inout Request, by secret: String, at version: Int64?
  ) throws {
    let digest = Token.digest(of: secret)
    let now = hub.clock()
    let found = try credential(.token(digest), at: version)
    guard let found, let scopes = found.scopes else { throw SignInRefusal.badToken }
    if found.revoked != nil { throw SignInRefusal.tokenRevoked }
    if found.expires <= now { throw SignInRefusal.tokenExpired }
    guard request.method.isSafe || scopes.contains(.write) else {
      throw SignInRefusal.scopeMissing(.write)
    }
    request.scopes = scopes
    admit(&request, found.handle, found.language)
    if isStale(found.lastUsed, now) {
      touch { try Credential.touch(token: digest, at: now, $0.connection) }
    }
  }

  private func sign(
    _ request: inout Request, byCookie secret: String, at version: Int64?
  ) throws {
    let digest = Token.digest(of: secret)
    let now = hub.clock()
    let found = try credential(.session(digest), at: version)
    let idleSince = (found?.lastUsed ?? now).milliseconds
    guard let found, found.expires > now,
      now.milliseconds - idleSince < settings.sessionIdle
    else {
      // Who signs in anew needs no session that still holds.
      if Self.beginsSession(request), !site.isForeign(request) { return }
      throw SignInRefusal.sessionOver
    }
    guard request.method.isSafe || site.isCertain(request) else { throw SignInRefusal.crossSite }
    request.session = digest
    admit(&request, found.handle, found.language)
    if isStale(found.lastUsed, now) {
      touch { try Credential.touch(session: digest, at: now, $0.connection) }
    }
  }

  /// What was presented, as it was found now or since the last commit. Whether it still holds is
  /// for the caller to see: time goes on without commits.
  private func credential(_ presented: Presented, at version: Int64?) throws -> Credential? {
    if let version, let found = known.value(of: presented, at: version) { return found }
    let found = try hub.read(as: .anonymous) { reading in
      switch presented {
      case .token(let digest): try Credential.token(digest, reading.connection)
      case .session(let digest): try Credential.session(digest, reading.connection)
      }
    }
    if let version, let found { known.keep(found, of: presented, bytes: 256, at: version) }
    return found
  }

  private func admit(_ request: inout Request, _ handle: String, _ language: Language) {
    request.principal = handle
    request.ownLanguage = language.rawValue
  }

  private func isStale(_ lastUsed: Moment?, _ now: Moment) -> Bool {
    guard let lastUsed else { return true }
    return abs(now.milliseconds - lastUsed.milliseconds) >= settings.touch
  }

  /// Keeps that a credential was used. That the disk is full or busy keeps nobody from reading.
  private func touch(_ body: (Writing) throws -> Void) {
    touches.attempt(hub.steady) { try hub.write(as: .anonymous, body) }
  }

  /// Whether the request asks for a session, by a password or an invitation.
  static func beginsSession(_ request: Request) -> Bool {
    request.method == .post
      && [SessionAPI.path, InvitationAPI.path].contains(request.path)
  }
}
