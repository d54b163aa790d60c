import HubModel
import HubSQL

extension Login {
  /// The people of that name: one or none by handle, one in each network by address. A record that
  /// was merged into another is nobody who signs in.
  var condition: SQL {
    let named: SQL =
      isEmail ? "LOWER(people.email) = LOWER(\(name))" : "people.handle = \(name)"
    return "\(named) AND people.merged_into IS NULL"
  }
}

/// The passwords that people have chosen, as hashes.
enum Password {
  /// Who signs in, and the hash that their password must fit.
  struct Account {
    let person: ID<Person>
    let handle: String
    /// nil when the person has no password.
    let hash: String?
  }

  /// Where an address is in several networks it is that of the first one who has a password: one
  /// password is verified whoever is asked for, so that the time tells nothing, and the others sign
  /// in by their handle.
  static func account(_ login: Login, _ connection: Connection) throws -> Account? {
    try connection.first(
      """
      SELECT people.number, people.handle, w.hash \
      FROM people LEFT JOIN passwords w ON w.person = people.number \
      WHERE \(login.condition) ORDER BY w.hash IS NULL, people.number LIMIT 1
      """
    ) { Account(person: ID($0.int64(0)), handle: $0.string(1), hash: $0.optionalString(2)) }
  }

  static func hash(of person: ID<Person>, _ connection: Connection) throws -> String? {
    try connection.first(
      "SELECT hash FROM passwords WHERE person = ?", [.integer(person.number)]
    ) { $0.string(0) }
  }

  static func set(_ hash: String, of person: ID<Person>, in writing: Writing) throws {
    try writing.connection.execute(
      """
      INSERT INTO passwords (person, hash, set_at) VALUES (?, ?, ?) \
      ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
      """, [.integer(person.number), .text(hash), .integer(writing.now.milliseconds)])
    try SignInHistory.append(
      .setPassword, of: person, sealing: (.password, "person = \(person.number)"), in: writing)
  }

  /// The same password, hashed as it is done now: not a change that anybody made.
  static func rehash(_ hash: String, of person: ID<Person>, in writing: Writing) throws {
    try writing.connection.execute(
      "UPDATE passwords SET hash = ? WHERE person = ?", [.text(hash), .integer(person.number)])
    try SignInHistory.append(
      .seal, of: person, sealing: (.password, "person = \(person.number)"), in: writing)
  }

  /// - Returns: whether there was one.
  static func remove(of person: ID<Person>, in writing: Writing) throws -> Bool {
    try writing.connection.execute(
      "DELETE FROM passwords WHERE person = ?", [.integer(person.number)])
    return writing.connection.changes > 0
  }
}
