import HubCrypto
import HubModel
package import HubSQL
import HubText

/// The log of every change, each entry chained to the one before it by its digest.
///
/// What was written (the changed fields and the reason) is digested with a salt beside it, and
/// only that digest enters the chain: an expunged entry loses its words and its salt and the chain
/// still verifies, while nobody can guess the words from the digest.
package enum History {
  /// Appends an entry for a change of a record.
  static func append<R: Record>(
    _ act: Act, of record: R, former: R?, at place: DirectoryPlace, in writing: Writing
  ) throws {
    try append(
      act, record: place.entry, version: record.header.version,
      content: RecordChange.patch(from: former, to: record, act), at: writing.moment(),
      by: writing.caller.person, seenBy: place, in: writing)
  }

  static func append(
    _ act: Act, record: Int64?, version: Int, content: [UInt8], in writing: Writing
  ) throws {
    try append(
      act, record: record, version: version, content: content, at: writing.moment(),
      by: writing.caller.person, in: writing)
  }

  static func append(
    _ act: Act, record: Int64?, version: Int, content: [UInt8], at moment: Moment,
    by actor: ID<Person>?, seenBy known: DirectoryPlace? = nil, in writing: Writing
  ) throws {
    let connection = writing.connection
    let last = try head(connection)
    let salt = writing.randomBytes(HistoryLink.saltSize)
    let place = try known ?? record.flatMap { try DirectoryPlace(of: $0, connection) }
    let link = HistoryLink(
      id: last.entry + 1, at: moment.milliseconds, actor: actor?.number,
      record: record, audience: place?.keys, act: act.kind.rawValue, version: version,
      from: act.from, to: act.to,
      contentDigest: HistoryLink.digest(ofContent: content, salt: salt))
    try connection.execute(
      """
      INSERT INTO history (id, at, actor, record, act, version, from_state, to_state, content, \
      salt, content_digest, digest, audience) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(link.id), .integer(link.at), link.actor.sqlValue, link.record.sqlValue,
        .text(link.act), .integer(Int64(version)), link.from.sqlValue, link.to.sqlValue,
        .text(String(decoding: content, as: UTF8.self)), .blob(salt), .blob(link.contentDigest),
        .blob(link.digest(after: last.digest)), place.map { .integer($0.audience) } ?? .null,
      ])
    // What the entry expunges keeps only its digest: without the salt nobody can try words on it.
    for replaced in act.replaced {
      try connection.execute(
        "UPDATE history SET content = NULL, salt = NULL, expunged_by = ? WHERE id = ?",
        [.integer(link.id), .integer(replaced.entry)])
    }
  }

  /// When a change counts as made: now, but after the last entry of the transactions before, be it
  /// of the same millisecond or from before the clock was set back. Whoever asks what changed since
  /// that entry would else never be told.
  ///
  /// A clock that was set back by more than two days was wrong before, or is set by hand: then it
  /// is believed.
  static func moment(of now: Moment, _ connection: Connection) throws -> Moment {
    // What is committed together is also seen together, and may be of one moment.
    let noted = connection.transactionNote
    let last =
      try noted
      ?? connection.first("SELECT at FROM history ORDER BY id DESC LIMIT 1", []) { $0.int64(0) + 1 }
    var moment = now.milliseconds
    if let last, last > moment, last - moment <= longestStep { moment = last }
    connection.transactionNote = moment
    return Moment(milliseconds: moment)
  }

  private static let longestStep: Int64 = 2 * 24 * 3600 * 1000

  /// The end of the chain as it is now.
  package static func head(_ connection: Connection) throws -> Head {
    try connection.first(
      "SELECT id, digest FROM history ORDER BY id DESC LIMIT 1", []
    ) { Head(entry: $0.int64(0), digest: $0.bytes(1)) } ?? .start
  }

  /// Whether a head is one that this history had: the one goes on where the other ended.
  static func holds(_ head: Head, _ connection: Connection) throws -> Bool {
    guard head.entry > 0 else { return true }
    return try connection.first(
      "SELECT digest FROM history WHERE id = ?", [.integer(head.entry)]
    ) { $0.bytes(0) } == head.digest
  }
}
