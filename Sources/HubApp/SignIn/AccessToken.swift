import HubHTTP
import HubModel
import HubText

/// A personal access token, without its secret.
struct AccessToken {
  let number: Int64
  let name: String
  let scopes: Scopes
  let created: Moment
  let expires: Moment
  /// To the hour or so.
  let lastUsed: Moment?
  let revoked: Moment?

  /// How many tokens of a person can hold at the same time.
  static let most = 50
  /// In characters.
  static let longestName = 100

  func holds(at now: Moment) -> Bool { revoked == nil && expires > now }

  /// - Parameter secret: shown when the token is made, and never again.
  func write(to writer: inout JSONWriter, secret: String? = nil) {
    writer.beginObject()
    writer.member("number", Int(number))
    writer.member("name", name)
    writer.key("scopes")
    writer.list(scopes.names)
    writer.member("created", created.description)
    writer.member("expires", expires.description)
    for (name, moment) in [("lastUsed", lastUsed), ("revoked", revoked)] {
      writer.key(name)
      if let moment { writer.string(moment.description) } else { writer.null() }
    }
    if let secret { writer.member("token", secret) }
    writer.endObject()
  }
}
