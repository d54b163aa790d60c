import HubModel
import HubSQL
import HubText

extension SignInHistory {
  /// Something that was done with somebody's credentials.
  struct Entry {
    let at: Moment
    /// Who did it, by handle, as far as the reader may see them; nil for the hub itself.
    let actor: String?
    let act: String
    /// The number of a token.
    let token: Int64?
  }

  /// Whose entry it is, as `append` writes it first and as the index has it word for word: what is
  /// asked is found among all sign-ins of everybody without going through them.
  static let personOfEntry: SQL =
    "SUBSTR(h.content, 12, INSTR(SUBSTR(h.content, 12), '\"') - 1)"

  /// How many are shown.
  static let most = 100

  /// What was done last with a person's credentials, the latest first.
  static func of(_ person: ID<Person>, in reading: Reading) throws -> [Entry] {
    let acts: [Act.Kind] = [
      .invite, .setPassword, .makeToken, .revokeToken, .endSignIns, .throttle, .signIn,
    ]
    return try reading.connection.query(
      """
      SELECT h.at, p.handle, h.act, h.content FROM history h LEFT JOIN people p \
      ON p.number = h.actor AND \(Access.condition(reading.caller, "p")) \
      WHERE h.record IS NULL AND \(personOfEntry) = \(person.description) \
      AND h.act IN (\(list: acts.map(\.rawValue))) ORDER BY h.id DESC LIMIT \(most)
      """
    ) { row in
      let content = try? JSON(parsing: row.string(3))
      return Entry(
        at: Moment(milliseconds: row.int64(0)), actor: row.optionalString(1), act: row.string(2),
        token: content?["token"]?.integer.map { Int64($0) })
    }
  }
}
