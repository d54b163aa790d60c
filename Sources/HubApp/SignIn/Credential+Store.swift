import HubHTTP
import HubModel
import HubSQL

/// Each of these is the one statement by which a request is authenticated.
extension Credential {
  /// The token of a secret, revoked and expired ones too.
  static func token(_ digest: [UInt8], _ connection: Connection) throws -> Credential? {
    try connection.first(
      """
      SELECT p.handle, p.preferred_language, t.expires, t.last_used, t.revoked, t.scopes \
      FROM tokens t JOIN people p ON p.number = t.person WHERE t.digest = ?
      """, [.blob(digest)], read)
  }

  /// The session of a cookie, expired ones too.
  static func session(_ digest: [UInt8], _ connection: Connection) throws -> Credential? {
    try connection.first(
      """
      SELECT p.handle, p.preferred_language, s.expires, s.last_seen, NULL, NULL \
      FROM sessions s JOIN people p ON p.number = s.person WHERE s.digest = ?
      """, [.blob(digest)], read)
  }

  private static func read(_ row: borrowing Row) -> Credential {
    Credential(
      handle: row.string(0), language: Language(rawValue: row.string(1)) ?? .en,
      expires: Moment(milliseconds: row.int64(2)),
      lastUsed: row.optionalInt64(3).map { Moment(milliseconds: $0) },
      revoked: row.optionalInt64(4).map { Moment(milliseconds: $0) },
      scopes: row.optionalString(5).flatMap { Scopes(names: $0.split(separator: " ")) })
  }

  /// The handle and language of the person whom a proxy names by handle or address; nil where
  /// an address does not say which, since it is in several networks.
  static func person(
    named name: String, _ connection: Connection
  ) throws -> (handle: String, language: Language)? {
    let login = Login(name)
    let found = try connection.query(
      "SELECT handle, preferred_language FROM people WHERE \(login.condition) LIMIT 2"
    ) { ($0.string(0), Language(rawValue: $0.string(1)) ?? .en) }
    return found.count == 1 ? found[0] : nil
  }

  /// Keeps that a credential was used now.
  static func touch(
    token digest: [UInt8], at now: Moment, _ connection: Connection
  ) throws {
    try connection.execute(
      "UPDATE tokens SET last_used = ? WHERE digest = ?",
      [.integer(now.milliseconds), .blob(digest)])
  }

  /// Keeps that a session was used now.
  static func touch(
    session digest: [UInt8], at now: Moment, _ connection: Connection
  ) throws {
    try connection.execute(
      "UPDATE sessions SET last_seen = ? WHERE digest = ?",
      [.integer(now.milliseconds), .blob(digest)])
  }
}
