/// How people and programs sign in to one service.
package struct SignInSettings: Sendable {
  /// Whether browsers reach the hub over TLS, its own or a proxy's: cookies are `Secure` then and
  /// carry a name that no other host can set.
  package var isSecure = false
  /// Where browsers find the hub, such as `https://hub.example.org`; nil takes the request's
  /// `Host` for it, and no path before its own.
  package var address: PublicAddress?
  /// Addresses of proxies that are believed about whom they speak for, where the server does not
  /// already say so; `unix` is the other end of a Unix socket.
  package var trustedProxies: Set<String> = []
  /// The header in which a trusted proxy names the person, by handle or address, such as
  /// `X-Forwarded-User`; nil believes none.
  package var personHeader: String?
  /// How long a session lasts without a request, in milliseconds.
  package var sessionIdle: Int64 = 12 * hour
  /// How long a session lasts at most, in milliseconds.
  package var sessionLife: Int64 = 14 * day
  /// How long an invitation can be used, in milliseconds.
  package var invitationLife: Int64 = 7 * day
  /// How long a token lasts where nothing is said, and at most, in milliseconds.
  package var tokenLife: Int64 = 90 * day
  package var longestTokenLife: Int64 = 366 * day
  /// How coarsely it is kept when a session or token was last used, in milliseconds: a request
  /// writes nothing more often than that.
  package var touch: Int64 = 10 * minute
  /// How many passwords are hashed at once, each of which takes 19 MiB for the while; nil for as
  /// many as there is memory for.
  package var hashesAtOnce: Int?

  package init() {}

  static let minute: Int64 = 60_000
  static let hour = 60 * minute
  static let day = 24 * hour

  /// What stands before the path of every address that is given to others.
  package var base: String { address?.path ?? "" }

  /// The name of the session's cookie. With the prefix a browser takes it over TLS only, and from
  /// this host only where it is for all of the host (RFC 6265bis, section 4.1.3).
  package var cookieName: String {
    isSecure ? (base.isEmpty ? "__Host-hub" : "__Secure-hub") : "hub"
  }

  /// The paths for which a browser sends it along.
  var cookiePath: String { base.isEmpty ? "/" : base }
}
