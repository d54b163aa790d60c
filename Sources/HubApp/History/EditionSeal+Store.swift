import HubCrypto
import HubModel
import HubSQL
import HubText

/// What the history keeps of an edition: a digest with a salt, in an entry of its own that belongs
/// to no record. Once words are taken out of the edition the entry is expunged with its salt, so
/// that nobody can try words on it, and what the edition says then gets another one.
struct EditionSeal {
  /// The entry that keeps it.
  let entry: Int64
  /// The directory entry of the record, and the number of the edition.
  let record: Int64
  let number: Int
  private let salt: String
  private let seal: String

  /// Notes what an edition says.
  static func append(_ number: Int, of record: Int64, in writing: Writing) throws {
    let salt = Digest.hex(writing.randomBytes(HistoryLink.saltSize))
    var seal: String?
    try forEachEdition(writing.connection, where: "record = \(record) AND number = \(number)") {
      seal = Self.seal(of: $2, salt: salt)
    }
    guard let seal else { return }
    var writer = JSONWriter()
    writer.beginObject()
    write(record, number, to: &writer)
    writer.member("salt", salt)
    writer.member("seal", seal)
    writer.endObject()
    try History.append(Act(.seal), record: nil, version: 0, content: writer.bytes, in: writing)
  }

  /// The entry without its digest.
  var expunged: ExpungedEntry {
    var writer = JSONWriter()
    writer.beginObject()
    Self.write(record, number, to: &writer)
    writer.endObject()
    return ExpungedEntry(entry: entry, content: String(decoding: writer.bytes, as: UTF8.self))
  }

  /// Whether it is the one of these values.
  func isSeal(of values: [JSON]) -> Bool { Self.seal(of: values, salt: salt) == seal }

  private static func write(_ record: Int64, _ number: Int, to writer: inout JSONWriter) {
    writer.member("edition", number)
    writer.member("record", Int(record))
  }

  private static func seal(of values: [JSON], salt: String) -> String {
    Sealed.digest(of: [.string(salt)] + values)
  }

  /// Those that hold, in the order of the history.
  static func all(_ connection: Connection) throws -> [EditionSeal] {
    try connection.query(
      """
      SELECT id, content FROM history WHERE record IS NULL AND act = 'seal' \
      AND content IS NOT NULL ORDER BY id
      """
    ) { row -> EditionSeal? in
      guard let json = row.withUTF8(1, { try? JSON(parsing: $0) }),
        let number = json["edition"]?.integer, let record = json["record"]?.integer,
        let salt = json["salt"]?.string, let seal = json["seal"]?.string
      else { return nil }
      return EditionSeal(
        entry: row.int64(0), record: record, number: Int(number), salt: salt, seal: seal)
    }.compactMap(\.self)
  }

  /// Hands over every edition with all that it says.
  static func forEachEdition(
    _ connection: Connection, where condition: SQL = "1 = 1",
    _ body: (_ record: Int64, _ number: Int, _ values: [JSON]) throws -> Void
  ) throws {
    try connection.forEach(
      """
      SELECT record, number, at, actor, note_en, note_fr, text FROM editions \
      WHERE \(condition) ORDER BY record, number
      """
    ) { row in
      let numbers = (0..<4).map { JSON.integer(row.int64($0)) }
      let texts = (4..<7).map { JSON.string(row.string($0)) }
      try body(row.int64(0), row.int(1), numbers + texts)
      return true
    }
  }
}
