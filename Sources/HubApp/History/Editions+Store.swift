package import HubModel
import HubSQL

/// The frozen editions of agendas and minutes: what was published, word for word.
package enum Editions {
  /// One edition as it was released.
  package struct Edition: Sendable, Hashable {
    package let number: Int
    package let at: Moment
    package let note: LocalizedText
    /// The whole text as a file, with every item; who may not see an item gets it left out.
    package let text: String
  }

  /// Freezes the text that the record's subject gives for this edition.
  static func release<R: Stored>(
    _ record: R, number: Int, note: LocalizedText?, in writing: Writing
  ) throws {
    guard let entry = try Directory.id(of: record.reference, writing.connection) else { return }
    let text = try record.editionText(in: writing)
    try writing.connection.execute(
      """
      INSERT INTO editions (record, number, at, actor, note_en, note_fr, text) \
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(entry), .integer(Int64(number)), .integer(writing.now.milliseconds),
        writing.caller.person.map { .integer($0.number) } ?? .null, .text(note?.en ?? ""),
        .text(note?.fr ?? ""), .text(text),
      ])
    try EditionSeal.append(number, of: entry, in: writing)
  }

  /// The editions of a record that the caller may see, the first one first.
  package static func of<R: Stored>(_ id: ID<R>, in reading: Reading) throws -> [Edition] {
    _ = try reading.find(id)
    return try reading.connection.query(
      """
      SELECT e.number, e.at, e.note_en, e.note_fr, e.text FROM editions e \
      JOIN records r ON r.id = e.record \
      WHERE r.type = \(R.type.rawValue) AND r.number = \(id.number) ORDER BY e.number
      """
    ) {
      Edition(
        number: $0.int($0.columnCount - 5), at: Moment(milliseconds: $0.int64(1)),
        note: LocalizedText(en: $0.string(2), fr: $0.string(3)), text: $0.string(4))
    }
  }
}
