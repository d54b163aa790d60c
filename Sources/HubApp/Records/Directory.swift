package import HubModel
import HubSQL

/// The directory of all records: what each is called, where it stands, who may see it.
///
/// It lets one statement answer for records of every kind: a trace, a search, a reference.
package enum Directory {
  /// The number that the next record of a type gets.
  static func nextNumber(of type: RecordType, _ connection: Connection) throws -> Int64 {
    try connection.first(
      "SELECT COALESCE(MAX(number), 0) + 1 FROM \(raw: type.table)", { $0.int64(0) }) ?? 1
  }

  /// Writes the record's entry and answers its id.
  static func put<R: Record>(
    _ record: R, audience: Int64, isNew: Bool, _ connection: Connection
  ) throws -> Int64 {
    let header = record.header
    let label = record.label
    let values: [SQLValue] = [
      .integer(header.network.number), .integer(audience), .text(header.state), .text(label.en),
      .text(label.fr), record.day.map { .integer(Int64($0.number)) } ?? .null,
      .integer(header.illustrative ? 1 : 0), .integer(header.modified.milliseconds),
      .text(R.type.rawValue), .integer(header.number),
    ]
    if isNew {
      try connection.execute(
        """
        INSERT INTO records (network, audience, state, label_en, label_fr, day, illustrative, \
        modified, type, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, values)
      return connection.lastInsertedID
    }
    try connection.execute(
      """
      UPDATE records SET network = ?, audience = ?, state = ?, label_en = ?, label_fr = ?, \
      day = ?, illustrative = ?, modified = ? WHERE type = ? AND number = ?
      """, values)
    return try id(of: record.reference, connection) ?? 0
  }

  /// The id of a reference's entry, whoever asks; nil when there is no such record.
  static func id(of reference: Reference, _ connection: Connection) throws -> Int64? {
    try connection.query(
      "SELECT id FROM records WHERE type = ? AND number = ?",
      [.text(reference.type.rawValue), .integer(reference.number)], { $0.int64(0) }
    ).first
  }

  /// The reference of an entry, whoever asks; nil when there is no such entry.
  static func reference(of entry: Int64, _ connection: Connection) throws -> Reference? {
    let found = try connection.query(
      "SELECT type, number FROM records WHERE id = ?", [.integer(entry)]
    ) { ($0.string(0), $0.int64(1)) }.first
    return found.flatMap { name, number in
      RecordType(rawValue: name).map { Reference($0, number) }
    }
  }

  /// What a record is called, for lists and links that name it.
  package struct Entry: Sendable, Hashable {
    package let reference: Reference
    package let label: LocalizedText
    package let state: String
    package let day: Day?
    package let illustrative: Bool

    static let selection =
      "r.type, r.number, r.label_en, r.label_fr, r.state, r.day, r.illustrative"

    init?(_ row: borrowing Row, from first: Int = 0) {
      guard let type = RecordType(rawValue: row.string(first)) else { return nil }
      reference = Reference(type, row.int64(first + 1))
      label = LocalizedText(en: row.string(first + 2), fr: row.string(first + 3))
      state = row.string(first + 4)
      day = row.optionalInt64(first + 5).map { Day(number: Int($0)) }
      illustrative = row.int64(first + 6) != 0
    }
  }

  /// The entries of those references that the caller may see, in one statement.
  package static func entries(
    of references: some Sequence<Reference>, in reading: Reading
  ) throws -> [Reference: Entry] {
    let wanted = Set(references)
    guard !wanted.isEmpty else { return [:] }
    // Grouped by type, so that the statement's text stays the same for few shapes.
    let groups = Dictionary(grouping: wanted, by: \.type).sorted {
      $0.key.rawValue < $1.key.rawValue
    }
    let conditions = groups.map { type, references -> SQL in
      let numbers = references.map(\.number).sorted()
      return "(r.type = \(type.rawValue) AND r.number IN (\(list: numbers)))"
    }
    var entries: [Reference: Entry] = [:]
    try reading.connection.forEach(
      """
      SELECT \(raw: Entry.selection) FROM records r \
      WHERE (\(SQL.joined(conditions, separator: " OR "))) \
      AND \(Access.condition(reading.caller, "r"))
      """
    ) { row in
      if let entry = Entry(row) { entries[entry.reference] = entry }
      return true
    }
    return entries
  }
}
