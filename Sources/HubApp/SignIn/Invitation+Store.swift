import HubCrypto
import HubModel
import HubSQL

/// A secret that lets a person choose a password, once.
enum Invitation {
  /// Makes an invitation; those that the person had before are void.
  static func make(
    for person: ID<Person>, _ settings: SignInSettings, in writing: Writing
  ) throws -> (secret: String, expires: Moment) {
    let token = Token.make(prefix: "invite_")
    let now = writing.now.milliseconds
    let expires = now + settings.invitationLife
    try void(of: person, in: writing)
    try writing.connection.execute(
      "INSERT INTO invitations (digest, person, author, created, expires) VALUES (?, ?, ?, ?, ?)",
      [
        .blob(token.digest), .integer(person.number),
        writing.caller.person.map { .integer($0.number) } ?? .null, .integer(now),
        .integer(expires),
      ])
    try SignInHistory.append(
      .invite, of: person, sealing: (.invitation, "digest = \(token.digest)"), in: writing)
    return (token.secret, Moment(milliseconds: expires))
  }

  /// The person whom an invitation is for that can still be used.
  static func person(_ digest: [UInt8], in reading: Reading) throws -> Person? {
    let number = try reading.connection.first(
      "SELECT person FROM invitations WHERE digest = ? AND used IS NULL AND expires > ?",
      [.blob(digest), .integer(reading.now.milliseconds)]
    ) { $0.int64(0) }
    return try number.flatMap { try reading.load(ID<Person>($0)) }
  }

  /// Uses an invitation up.
  ///
  /// - Returns: whether it could still be used.
  static func use(_ digest: [UInt8], in writing: Writing) throws -> Bool {
    try writing.connection.execute(
      "UPDATE invitations SET used = ? WHERE digest = ? AND used IS NULL AND expires > ?",
      [
        .integer(writing.now.milliseconds), .blob(digest), .integer(writing.now.milliseconds),
      ])
    return writing.connection.changes == 1
  }

  /// Takes back what the person has not used.
  ///
  /// - Returns: how many could still have been used.
  @discardableResult
  static func void(of person: ID<Person>, in writing: Writing) throws -> Int {
    try writing.connection.execute(
      "DELETE FROM invitations WHERE person = ? AND used IS NULL AND expires <= ?",
      [.integer(person.number), .integer(writing.now.milliseconds)])
    try writing.connection.execute(
      "DELETE FROM invitations WHERE person = ? AND used IS NULL", [.integer(person.number)])
    return writing.connection.changes
  }
}
