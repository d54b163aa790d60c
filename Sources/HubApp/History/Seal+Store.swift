import HubCrypto
import HubModel
import HubSQL
import HubText

/// What stands in a table beside the records, and the digest by which the history knows it: what
/// was put in or changed past the hub has none there.
struct Sealed {
  /// What lets somebody in.
  enum Kind: String, CaseIterable {
    case token, password, invitation, session
  }

  let kind: Kind
  let person: Int64
  /// Of a token.
  let number: Int64?
  /// Whether it lets nobody in any more: a token that was revoked, an invitation that was used.
  let isOver: Bool
  let seal: String

  /// The digest of values, in hexadecimal digits. Of secrets the tables have only digests and
  /// hashes, so that nothing can be tried on it.
  static func digest(of values: [JSON]) -> String {
    Digest.hex(Digest.blake2b(JSON.array(values).written()))
  }

  /// Hands over the rows of a kind, or those for which a condition holds.
  static func forEach(
    _ kind: Kind, where condition: SQL = "1 = 1", _ connection: Connection,
    _ body: (Sealed) throws -> Void
  ) throws {
    let columns: SQL =
      switch kind {
      case .token: "number, revoked IS NOT NULL, digest, scopes, created, expires FROM tokens"
      case .password: "NULL, 0, hash FROM passwords"
      case .invitation: "NULL, used IS NOT NULL, digest, created, expires FROM invitations"
      case .session: "NULL, 0, digest, created, expires FROM sessions"
      }
    try connection.forEach("SELECT person, \(columns) WHERE \(condition)") { row in
      let values = [JSON.string(kind.rawValue), .integer(row.int64(0)), .integer(row.int64(1))]
      let own = (3..<row.columnCount).map { index -> JSON in
        switch row.value(index) {
        case .integer(let number): .integer(number)
        case .blob(let bytes): .string(Digest.hex(bytes))
        default: .string(row.string(index))
        }
      }
      try body(
        Sealed(
          kind: kind, person: row.int64(0), number: row.optionalInt64(1), isOver: row.bool(2),
          seal: digest(of: values + own)))
      return true
    }
  }

  /// The seal of the row for which a condition holds.
  static func seal(
    of kind: Kind, where condition: SQL, _ connection: Connection
  ) throws -> String? {
    var seal: String?
    try forEach(kind, where: condition, connection) { seal = $0.seal }
    return seal
  }
}
