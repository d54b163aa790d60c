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
  /// Of the newest in which the words stand each is asked whether the caller may see it. Where
  /// that does not fill the page, the rest is found by the index alone, in which the keys of a
  /// record's audience stand beside its words: so a rare word costs next to nothing, and a common
  /// one costs no more for somebody who may see little.
  ///
  /// - Throws: `Refusal.malformed` when there is nothing to look for.
  package static func find(
    _ text: String, types: [RecordType] = [], before: Int64? = nil, limit: Int = 20,
    in reading: Reading
  ) throws -> (hits: [Hit], next: Int64?) {
    guard let words = try SearchExpression.words(text, reading.connection) else {
      throw Refusal.malformed([Fault("nothingToFind", at: "q")])
    }
    var common: [SQL] = []
    if !types.isEmpty { common.append("r.type IN (\(list: types.map(\.rawValue)))") }
    let floor = try lastCandidate(words, before, reading.connection)
    var newest = common + [Access.condition(reading.caller, "r")]
    if let before { newest.append("search.rowid < \(before)") }
    if let floor { newest.append("search.rowid >= \(floor)") }
    var found = try hits(words, newest, limit + 1, reading.connection)
    if found.count <= limit, let floor {
      let match = SearchExpression.and(words, keysOf: reading.caller)
      let older = common + ["search.rowid < \(floor)"]
      found += try hits(match, older, limit + 1 - found.count, reading.connection)
    }
    let page = found.prefix(limit)
    return (page.map(\.hit), found.count > limit ? page.last?.id : nil)
  }

  /// How many of the newest are asked one by one.
  private static let candidates = 250

  /// The last of the newest in which the words stand; nil when there are not so many.
  private static func lastCandidate(
    _ match: String, _ before: Int64?, _ connection: Connection
  ) throws -> Int64? {
    let older: SQL = before.map { "AND rowid < \($0)" } ?? ""
    return try connection.first(
      """
      SELECT rowid FROM search WHERE search MATCH \(match) \(older) \
      ORDER BY rowid DESC LIMIT 1 OFFSET \(candidates - 1)
      """
    ) { $0.int64(0) }
  }

  private static func hits(
    _ match: String, _ conditions: [SQL], _ limit: Int, _ connection: Connection
  ) throws -> [(id: Int64, hit: Hit)] {
    let conditions: [SQL] = ["search MATCH \(match)"] + conditions
    return try connection.query(
      """
      SELECT search.rowid, \(raw: Directory.Entry.selection), \
      snippet(search, 0, '', '', '…', 16), snippet(search, 1, '', '', '…', 16) \
      FROM search JOIN records r ON r.id = search.rowid \
      WHERE \(SQL.joined(conditions, separator: " AND ")) \
      ORDER BY search.rowid DESC LIMIT \(limit)
      """
    ) { row -> (id: Int64, hit: Hit)? in
      Directory.Entry(row, from: 1).map {
        let excerpt = LocalizedText(en: row.string(9), fr: row.string(10))
        return (row.int64(0), Hit(entry: $0, excerpt: excerpt))
      }
    }.compactMap(\.self)
  }
}
