import HubHTTP
import HubModel

/// What a token or a session that was presented stands for, as it was found.
struct Credential {
  let handle: String
  let language: Language
  let expires: Moment
  /// When it was last used, as coarsely as that is kept.
  let lastUsed: Moment?
  let revoked: Moment?
  /// The scopes of a token; nil for a session, which has all, and where none are stored that exist.
  let scopes: Scopes?
}
