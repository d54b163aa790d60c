package import HubModel
import HubSQL

/// Full-text search over everything that the caller may see, in both languages at once.
package enum Search {
  /// A record that was found, and where in it.
  package struct Hit: Sendable {
    package let entry: Directory.Entry
    /// A piece of the text around the words found, in each language; `…` where it was cut.
    package let excerpt: LocalizedText
  }

  /// The records in which every word stands, the newest first.
  ///
  /// Who may see a record stands in the index beside its words, so hidden records are neither
  /// found nor counted, and a common word costs no more for somebody who may see little.
  ///
  /// - Throws: `Refusal.malformed` when there is nothing to look for.
  package static func find(
    _ text: String, types: [RecordType] = [], before: Int64? = nil, limit: Int = 20,
    in reading: Reading
  ) throws -> (hits: [Hit], next: Int64?) {
    guard let match = try expression(for: text, in: reading) else {
      throw Refusal.malformed([Fault("nothingToFind", at: "q")])
    }
    var conditions: [SQL] = ["search MATCH \(match)"]
    if let before { conditions.append("search.rowid < \(before)") }
    if !types.isEmpty { conditions.append("r.type IN (\(list: types.map(\.rawValue)))") }
    var last: Int64 = 0
    var hits: [Hit] = []
    try reading.connection.forEach(
      """
      SELECT search.rowid, \(raw: Directory.Entry.selection), \
      snippet(search, 0, '', '', '…', 16), snippet(search, 1, '', '', '…', 16) \
      FROM search JOIN records r ON r.id = search.rowid \
      WHERE \(SQL.joined(conditions, separator: " AND ")) \
      ORDER BY search.rowid DESC LIMIT \(limit + 1)
      """
    ) { row in
      guard hits.count < limit else {
        last = -last
        return false
      }
      if let entry = Directory.Entry(row, from: 1) {
        hits.append(Hit(entry: entry, excerpt: LocalizedText(en: row.string(8), fr: row.string(9))))
        last = row.int64(0)
      }
      return true
    }
    return (hits, last < 0 ? -last : nil)
  }

  /// An FTS5 expression: all the words (the last one as a beginning), in either language, and one
  /// of the caller's keys. Words are quoted, so nothing that is typed can be an operator.
  static func expression(for text: String, in reading: Reading) throws -> String? {
    let words = text.split { !($0.isLetter || $0.isNumber) }.prefix(12)
    guard let last = words.last else { return nil }
    var terms = words.map { "\"\($0)\"" }
    if last.count > 2 {
      let begun = try SearchTerms.beginning(with: last, reading.connection)
      terms[terms.count - 1] =
        begun.map { "(\($0.map { "\"\($0)\"" }.joined(separator: " OR ")))" } ?? "\"\(last)\"*"
    }
    let wanted = "{en fr} : (\(terms.joined(separator: " AND ")))"
    let caller = reading.caller
    if caller.isFounder { return wanted }
    let keys = caller.keys.map { "\"\($0)\"" }.joined(separator: " OR ")
    return "(\(wanted)) AND (keys : (\(keys)))"
  }
}
