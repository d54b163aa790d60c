import HubCrypto
import HubHTTP
import HubModel
import HubSQL

extension AccessToken {
  private static let columns = "number, name, scopes, created, expires, last_used, revoked"

  private static func read(_ row: borrowing Row) -> AccessToken {
    AccessToken(
      number: row.int64(0), name: row.string(1),
      scopes: Scopes(names: row.string(2).split(separator: " ")) ?? .read,
      created: Moment(milliseconds: row.int64(3)), expires: Moment(milliseconds: row.int64(4)),
      lastUsed: row.optionalInt64(5).map { Moment(milliseconds: $0) },
      revoked: row.optionalInt64(6).map { Moment(milliseconds: $0) })
  }

  static func make(
    named name: String, for person: ID<Person>, _ scopes: Scopes, until expires: Moment,
    in writing: Writing
  ) throws -> (token: AccessToken, secret: String) {
    let token = Token.make()
    let number = try writing.connection.insert(
      """
      INSERT INTO tokens (digest, person, name, scopes, created, expires) \
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .blob(token.digest), .integer(person.number), .text(name),
        .text(scopes.names.joined(separator: " ")), .integer(writing.now.milliseconds),
        .integer(expires.milliseconds),
      ])
    try SignInHistory.append(
      .makeToken, of: person, token: number, sealing: (.token, "number = \(number)"), in: writing)
    let made = AccessToken(
      number: number, name: name, scopes: scopes, created: writing.now, expires: expires,
      lastUsed: nil, revoked: nil)
    return (made, token.secret)
  }

  /// The tokens of a person, the last one first.
  static func all(of person: ID<Person>, in reading: Reading) throws -> [AccessToken] {
    try reading.connection.query(
      "SELECT \(raw: columns) FROM tokens WHERE person = \(person.number) ORDER BY number DESC",
      read)
  }

  static func find(
    _ number: Int64, of person: ID<Person>, in reading: Reading
  ) throws -> AccessToken? {
    try reading.connection.first(
      """
      SELECT \(raw: columns) FROM tokens WHERE number = \(number) AND person = \(person.number)
      """, read)
  }

  /// How many tokens of a person hold now.
  static func count(of person: ID<Person>, in reading: Reading) throws -> Int {
    try reading.connection.first(
      """
      SELECT COUNT(*) FROM tokens WHERE person = \(person.number) AND revoked IS NULL \
      AND expires > \(reading.now.milliseconds)
      """, { $0.int(0) }) ?? 0
  }

  static func revoke(_ number: Int64, in writing: Writing) throws {
    try writing.connection.execute(
      "UPDATE tokens SET revoked = ? WHERE number = ? AND revoked IS NULL",
      [.integer(writing.now.milliseconds), .integer(number)])
  }

  /// - Returns: how many could still be used.
  static func revokeAll(of person: ID<Person>, in writing: Writing) throws -> Int {
    let now = writing.now.milliseconds
    let count = try count(of: person, in: writing)
    try writing.connection.execute(
      "UPDATE tokens SET revoked = ? WHERE person = ? AND revoked IS NULL",
      [.integer(now), .integer(person.number)])
    return count
  }
}
