import HubModel
import HubSQL

/// The full-text index: the texts of each record in both languages, beside the keys of its
/// audience, so that one match decides what is found and who may find it.
enum SearchIndex {
  /// Keeps what is to be found of a new record.
  static func add(
    _ texts: LocalizedText, keys: String, as entry: Int64, _ connection: Connection
  ) throws {
    guard !texts.isEmpty else { return }
    try connection.execute(
      "INSERT INTO search (rowid, en, fr, keys) VALUES (?, ?, ?, ?)",
      [.integer(entry), .text(texts.en), .text(texts.fr), .text(keys)])
  }

  /// Keeps this instead of what is kept.
  static func replace(
    by texts: LocalizedText, keys: String, as entry: Int64, _ connection: Connection
  ) throws {
    try connection.execute(
      "UPDATE search SET en = ?, fr = ?, keys = ? WHERE rowid = ?",
      [.text(texts.en), .text(texts.fr), .text(keys), .integer(entry)])
    // A record that had no text at first has no entry to update.
    if connection.changes == 0 { try add(texts, keys: keys, as: entry, connection) }
  }

  /// What is kept of a record whose line in the directory is `r`: its texts and its keys.
  static let keptColumns = "s.en, s.fr, s.keys"
  static let keptJoin = "LEFT JOIN search s ON s.rowid = r.id"

  /// The entries of records that are not there.
  static func orphans(_ connection: Connection) throws -> [Int64] {
    try connection.query(
      """
      SELECT s.rowid FROM search s LEFT JOIN records r ON r.id = s.rowid WHERE r.id IS NULL \
      ORDER BY s.rowid
      """
    ) { $0.int64(0) }
  }

  static func removeOrphans(_ connection: Connection) throws {
    for entry in try orphans(connection) {
      try connection.execute("DELETE FROM search WHERE rowid = ?", [.integer(entry)])
    }
  }
}
