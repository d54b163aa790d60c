package import HubModel
import HubSQL
import HubWords

/// The directory of all records: what each is called, where it stands, who may see it.
///
/// It lets one statement answer for records of every kind: a trace, a search, a reference.
package enum Directory {
  /// The number that the next record of a type gets. It is asked for before the row is written,
  /// since who may see a body or a person is said with their number; nobody takes it meanwhile,
  /// since whoever writes appends to the one chain of the history, which one does at a time.
  static func nextNumber(of type: RecordType, _ connection: Connection) throws -> Int64 {
    try connection.first(
      "SELECT COALESCE(MAX(number), 0) + 1 FROM \(raw: type.table)", { $0.int64(0) }) ?? 1
  }

  /// How many records there are.
  static func count(_ connection: Connection) throws -> Int64 {
    try connection.first("SELECT COUNT(*) FROM records") { $0.int64(0) } ?? 0
  }

  /// Writes the line of a new record and answers its id.
  static func add(
    _ line: DirectoryLine, of reference: Reference, audience: Int64, _ writing: Writing
  ) throws -> Int64 {
    let id = try writing.connection.insert(
      """
      INSERT INTO records (network, audience, state, label_en, label_fr, label_word, day, \
      illustrative, modified, type, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      values(line, audience) + [.text(reference.type.rawValue), .integer(reference.number)])
    writing.memory.entries.add([(reference, id)])
    return id
  }

  /// Writes a record's line anew and answers its id.
  static func update(
    _ line: DirectoryLine, of reference: Reference, audience: Int64, _ writing: Writing
  ) throws -> Int64 {
    let connection = writing.connection
    guard let id = try writing.memory.entries.ids(of: [reference], connection)[0] else { return 0 }
    try connection.execute(
      """
      UPDATE records SET network = ?, audience = ?, state = ?, label_en = ?, label_fr = ?, \
      label_word = ?, day = ?, illustrative = ?, modified = ? WHERE id = ?
      """, values(line, audience) + [.integer(id)])
    return id
  }

  private static func values(_ line: DirectoryLine, _ audience: Int64) -> [SQLValue] {
    [
      .integer(line.network), .integer(audience), .text(line.state), .text(line.label.en),
      .text(line.label.fr), line.labelWord.sqlValue, line.day.sqlValue,
      .integer(line.illustrative ? 1 : 0), .integer(line.modified),
    ]
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

  /// The columns of what a record is called, for `label(_:from:)`.
  static let label = "r.label_en, r.label_fr, r.label_word"

  /// What a record is called: its own text, or the program's word for what has none.
  static func label(_ row: borrowing Row, from first: Int) -> LocalizedText {
    guard let word = row.optionalString(first + 2) else {
      return LocalizedText(en: row.string(first), fr: row.string(first + 1))
    }
    return LocalizedText(en: Words(.en)(word), fr: Words(.fr)(word))
  }

  /// What a record is called, for lists and links that name it.
  package struct Entry: Sendable, Hashable {
    package let reference: Reference
    package let label: LocalizedText
    package let state: String
    package let day: Day?
    package let illustrative: Bool

    static let selection =
      "r.type, r.number, r.state, r.day, r.illustrative, \(Directory.label)"

    init?(_ row: borrowing Row, from first: Int = 0) {
      guard let type = RecordType(rawValue: row.string(first)) else { return nil }
      reference = Reference(type, row.int64(first + 1))
      state = row.string(first + 2)
      day = row.optionalInt64(first + 3).map { Day(number: Int($0)) }
      illustrative = row.int64(first + 4) != 0
      label = Directory.label(row, from: first + 5)
    }
  }

  /// The entries of those references that the caller may see.
  package static func entries(
    of references: some Sequence<Reference>, in reading: Reading
  ) throws -> [Reference: Entry] {
    var entries: [Reference: Entry] = [:]
    for part in parts(of: Array(Set(references))) {
      let rows = try EntryRows(of: part, in: reading)
      let found = try reading.connection.query(
        """
        SELECT r.audience, \(raw: Entry.selection) FROM \(rows.sql) w CROSS JOIN records r \
        WHERE r.id = w.column2
        """
      ) { row in (audience: row.int64(0), Entry(row, from: 1)) }
      for case let entry? in try reading.visible(found) { entries[entry.reference] = entry }
    }
    return entries
  }

  /// Those of the references that the caller may see. Asked anew each time: one that is hidden takes
  /// no less to be found out than one that is not there.
  static func visible(_ references: [Reference], in reading: Reading) throws -> Set<Reference> {
    var visible: Set<Reference> = []
    for part in parts(of: references) {
      let found = try reading.connection.query(
        """
        SELECT r.audience, w.column1 FROM \(rows(of: part)) w CROSS JOIN records r \
        WHERE r.type = w.column2 AND r.number = w.column3
        """
      ) { row in (audience: row.int64(0), row.int(1)) }
      for place in try reading.visible(found) { visible.insert(part[place]) }
    }
    return visible
  }

  /// What each of the references is called; nil where there is none that the caller may see.
  static func labels(of references: [Reference], in reading: Reading) throws -> [LocalizedText?] {
    let known = try known(references, in: reading)
    return try known.map { label in
      guard let label else { return nil }
      let isOpen = try reading.isOpen(label.audience) { known.compactMap { $0?.audience } }
      return isOpen ? label.text : nil
    }
  }

  /// What each of the references is called, whoever asks.
  private static func known(
    _ references: [Reference], in reading: Reading
  ) throws -> [Memory.Label?] {
    let version = reading.version
    var known =
      version.map { reading.memory.labels.values(of: references, at: $0) }
      ?? Array(repeating: nil, count: references.count)
    let missing = known.indices.filter { known[$0] == nil }
    for part in parts(of: missing) {
      let rows = try EntryRows(of: part.map { references[$0] }, in: reading)
      let read = try reading.connection.query(
        """
        SELECT w.column1, r.audience, \(raw: label) FROM \(rows.sql) w \
        CROSS JOIN records r WHERE r.id = w.column2
        """
      ) { row in
        let text = label(row, from: 2)
        return (place: part[row.int(0)], Memory.Label(audience: row.int64(1), text: text))
      }
      for (place, label) in read { known[place] = label }
      guard let version else { continue }
      reading.memory.labels.keep(read.map { (references[$0], $1) }, at: version) {
        128 + $0.text.en.utf8.count + $0.text.fr.utf8.count
      }
    }
    return known
  }

  /// The wanted, in as many parts as a statement's values ask for: nearly always one, since SQLite
  /// takes 32,766 of them.
  private static func parts<Wanted>(of wanted: [Wanted]) -> [[Wanted]] {
    stride(from: 0, to: wanted.count, by: 8000).map {
      Array(wanted[$0..<min($0 + 8000, wanted.count)])
    }
  }

  /// The ids of those that there are, each with its reference's place, whoever asks.
  static func ids(of references: [Reference], _ connection: Connection) throws
    -> [(place: Int, id: Int64)]
  {
    try connection.query(
      """
      SELECT w.column1, r.id FROM \(rows(of: references)) w CROSS JOIN records r \
      WHERE r.type = w.column2 AND r.number = w.column3
      """
    ) { row in (row.int(0), row.int64(1)) }
  }

  /// The references as a table to join with: place, type and number.
  private static func rows(of references: [Reference]) -> SQL {
    var rows = ValueRows(references.count, wide: 3)
    for (index, reference) in references.enumerated() {
      rows.add([
        .integer(Int64(index)), .text(reference.type.rawValue), .integer(reference.number),
      ])
    }
    return rows.sql
  }
}
