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

  /// The entries of those references that the caller may see.
  package static func entries(
    of references: some Sequence<Reference>, in reading: Reading
  ) throws -> [Reference: Entry] {
    var entries: [Reference: Entry] = [:]
    try inParts(references) { wanted in
      let found = try reading.connection.query(
        """
        SELECT r.audience, \(raw: Entry.selection) FROM \(rows(wanted)) w CROSS JOIN records r \
        WHERE r.type = w.column2 AND r.number = w.column3
        """
      ) { row in (audience: row.int64(0), Entry(row, from: 1)) }
      for case let entry? in try reading.visible(found) { entries[entry.reference] = entry }
    }
    return entries
  }

  /// What those of the references are called that the caller may see.
  static func labels(of references: Set<Reference>, in reading: Reading) throws
    -> [Reference: LocalizedText]
  {
    var labels: [Reference: LocalizedText] = [:]
    try inParts(references) { wanted in
      let found = try reading.connection.query(
        """
        SELECT w.column1, r.audience, r.label_en, r.label_fr FROM \(rows(wanted)) w \
        CROSS JOIN records r WHERE r.type = w.column2 AND r.number = w.column3
        """
      ) { row in
        (
          audience: row.int64(1),
          (wanted[row.int(0)], LocalizedText(en: row.string(2), fr: row.string(3)))
        )
      }
      for (reference, label) in try reading.visible(found) { labels[reference] = label }
    }
    return labels
  }

  /// Hands the references over, each once, in as many parts as a statement's values ask for:
  /// nearly always one, since SQLite takes 32,766 of them.
  private static func inParts(
    _ references: some Sequence<Reference>, _ body: ([Reference]) throws -> Void
  ) rethrows {
    let wanted = Array(Set(references))
    for start in stride(from: 0, to: wanted.count, by: 8000) {
      try body(Array(wanted[start..<min(start + 8000, wanted.count)]))
    }
  }

  /// References as a table to join with, in a statement: each with its place, its type and its
  /// number. Lists of similar lengths make the same text, so that a prepared one is found again.
  ///
  /// It comes first, with a `CROSS JOIN` after it: SQLite then goes through it as it stands and
  /// makes no table of it.
  static func rows(_ references: [Reference]) -> SQL {
    var rows = SQL(raw: "(VALUES (?, ?, ?)")
    let count = references.count
    // Quarters of the power of two below: at most a quarter of the rows is empty.
    let step = max(1, (1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)) / 4)
    let whole = (count + step - 1) / step * step
    rows.text += String(repeating: ", (?, ?, ?)", count: whole - 1) + ")"
    rows.bindings.reserveCapacity(3 * whole)
    for (index, reference) in references.enumerated() {
      rows.bindings.append(.integer(Int64(index)))
      rows.bindings.append(.text(reference.type.rawValue))
      rows.bindings.append(.integer(reference.number))
    }
    for _ in 0..<(3 * (whole - count)) { rows.bindings.append(.null) }
    return rows
  }
}
