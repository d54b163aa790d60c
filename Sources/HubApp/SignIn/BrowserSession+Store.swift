import HubCrypto
import HubModel
import HubSQL

/// A browser that is signed in.
struct BrowserSession {
  let created: Moment
  let lastSeen: Moment
  let expires: Moment

  /// How many sessions a person can have; beyond it the one that was not seen for longest ends.
  static let most = 50

  /// Begins a session, and forgets those that are over.
  ///
  /// - Returns: the secret for the cookie, and when the session ends at the latest.
  static func begin(
    for person: ID<Person>, _ settings: SignInSettings, in writing: Writing
  ) throws -> (secret: String, expires: Moment) {
    let token = Token.make(prefix: "")
    let now = writing.now.milliseconds
    let expires = now + settings.sessionLife
    let connection = writing.connection
    try connection.execute(
      "DELETE FROM sessions WHERE expires <= ? OR last_seen <= ?",
      [.integer(now), .integer(now - settings.sessionIdle)])
    try connection.execute(
      """
      DELETE FROM sessions WHERE digest IN (SELECT digest FROM sessions WHERE person = ? \
      ORDER BY last_seen DESC, digest LIMIT 1000000 OFFSET ?)
      """, [.integer(person.number), .integer(Int64(most - 1))])
    try connection.execute(
      "INSERT INTO sessions (digest, person, created, last_seen, expires) VALUES (?, ?, ?, ?, ?)",
      [
        .blob(token.digest), .integer(person.number), .integer(now), .integer(now),
        .integer(expires),
      ])
    try SignInHistory.append(
      .signIn, of: person, sealing: (.session, "digest = \(token.digest)"), in: writing)
    return (token.secret, Moment(milliseconds: expires))
  }

  static func find(_ digest: [UInt8], in reading: Reading) throws -> BrowserSession? {
    try reading.connection.first(
      "SELECT created, last_seen, expires FROM sessions WHERE digest = ?", [.blob(digest)]
    ) {
      BrowserSession(
        created: Moment(milliseconds: $0.int64(0)), lastSeen: Moment(milliseconds: $0.int64(1)),
        expires: Moment(milliseconds: $0.int64(2)))
    }
  }

  static func end(_ digest: [UInt8], in writing: Writing) throws {
    try writing.connection.execute("DELETE FROM sessions WHERE digest = ?", [.blob(digest)])
  }

  /// - Returns: how many there were.
  @discardableResult
  static func endAll(of person: ID<Person>, in writing: Writing) throws -> Int {
    try writing.connection.execute(
      "DELETE FROM sessions WHERE person = ?", [.integer(person.number)])
    return writing.connection.changes
  }
}
