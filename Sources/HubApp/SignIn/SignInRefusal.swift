package import HubHTTP

/// Why somebody was not let in. None of them tells whether there is such a person.
package enum SignInRefusal: Error, Sendable, Hashable {
  /// The name or the password is wrong.
  case badCredentials
  /// The access token is not known, or no token at all.
  case badToken
  case tokenExpired
  case tokenRevoked
  /// The session of the browser's cookie is over.
  case sessionOver
  /// The proxy named somebody whom the hub does not know.
  case noAccount
  /// The credential does not reach that far.
  case scopeMissing(Scopes)
  /// Another site made the browser send the request.
  case crossSite
  /// Too many attempts failed.
  case throttled(seconds: Int)
  /// As many passwords are being hashed as there is memory for.
  case busy
  /// The caller did not come by a session.
  case noSession
  /// The invitation is not known, used or over.
  case badInvitation
}
