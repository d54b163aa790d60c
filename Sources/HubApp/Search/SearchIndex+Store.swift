import HubModel
import HubSQL

/// The full-text index: the texts of each record in both languages, beside the keys of its
/// audience, so that one match decides what is found and who may find it. The row id is that of the
/// record in the directory.
///
/// Only this file knows that it is FTS5's. What is put into it, asked of it and checked in it are
/// functions here, which another engine would answer in its own way.
enum SearchIndex {
  // MARK: Keeping

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

  /// Makes the index anew from its texts: words that were deleted stay in it until then.
  static func wipeDeleted(_ connection: Connection) throws {
    try connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
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

  // MARK: Finding

  /// An entry in which the words stand.
  struct Found {
    let id: Int64
    let entry: Directory.Entry
    /// What an excerpt is made of: no more than the beginnings of long texts.
    let texts: LocalizedText
  }

  /// The question as FTS5 understands it. Words are quoted, so nothing that is typed is an
  /// operator.
  struct Match {
    fileprivate let expression: String

    fileprivate static func any(of words: [String]) -> String {
      words.map(quoted).joined(separator: " OR ")
    }

    fileprivate static func quoted(_ word: String) -> String { "\"\(word)\"" }

    /// The same, of records that the caller may see.
    func seen(by caller: Caller) -> Match {
      caller.isFounder
        ? self : Match(expression: "\(expression) AND (keys : (\(Self.any(of: caller.keys))))")
    }
  }

  /// All the words, in either language.
  static func match(_ words: SearchWords, _ connection: Connection) throws -> Match {
    var terms = words.whole.map(Match.quoted)
    if let beginning = words.beginning {
      let begun = try self.words(beginning: beginning, connection)
      terms.append(begun.map { "(\(Match.any(of: $0)))" } ?? "\(Match.quoted(beginning))*")
    }
    return Match(expression: "({en fr} : (\(terms.joined(separator: " AND "))))")
  }

  /// The id of one of the newest entries, counted from 1; nil when there are not so many.
  static func id(
    ofNewest place: Int, _ match: Match, below: Int64?, _ connection: Connection
  ) throws -> Int64? {
    let older: SQL = below.map { "AND rowid < \($0)" } ?? ""
    return try connection.first(
      """
      SELECT rowid FROM search WHERE search MATCH \(match.expression) \(older) \
      ORDER BY rowid DESC LIMIT 1 OFFSET \(place - 1)
      """
    ) { $0.int64(0) }
  }

  /// The newest entries whose ids lie in a span.
  ///
  /// - Parameters:
  ///   - types: of which kinds; of any when there are none.
  ///   - caller: who must be able to see each of them; nil asks nothing.
  static func newest(
    _ match: Match, of types: [RecordType], from: Int64?, below: Int64?, seenBy caller: Caller?,
    limit: Int, _ connection: Connection
  ) throws -> [Found] {
    var conditions: [SQL] = ["search MATCH \(match.expression)"]
    if !types.isEmpty { conditions.append("r.type IN (\(list: types.map(\.rawValue)))") }
    if let caller { conditions.append(Access.condition(caller, "r")) }
    if let from { conditions.append("search.rowid >= \(from)") }
    if let below { conditions.append("search.rowid < \(below)") }
    let most = Excerpt.most + 1
    return try connection.query(
      """
      SELECT search.rowid, SUBSTR(search.en, 1, \(most)), SUBSTR(search.fr, 1, \(most)), \
      \(raw: Directory.Entry.selection) FROM search JOIN records r ON r.id = search.rowid \
      WHERE \(SQL.joined(conditions, separator: " AND ")) ORDER BY search.rowid DESC \
      LIMIT \(limit)
      """
    ) { row -> Found? in
      let texts = LocalizedText(en: row.string(1), fr: row.string(2))
      return Directory.Entry(row, from: 3).map {
        Found(id: row.int64(0), entry: $0, texts: texts)
      }
    }.compactMap(\.self)
  }

  /// Beyond so many words that begin alike FTS5's own way costs less.
  static let mostBegun = 250

  /// The words of the index that begin so; nil when there are none or too many, or when the index
  /// may write the beginning in another way.
  ///
  /// FTS5 answers for a beginning by putting together everything in which any such word stands
  /// before it answers with the first; for words it goes along the index and stops when it has
  /// enough. So a beginning is replaced by the words that begin so.
  private static func words(
    beginning start: String, _ connection: Connection
  ) throws -> [String]? {
    guard start.unicodeScalars.allSatisfy(Folding.knows) else { return nil }
    let length = start.unicodeScalars.count
    let terms = try connection.query(
      """
      WITH RECURSIVE terms (term) AS (
        SELECT (SELECT term FROM search_terms WHERE term >= \(start) LIMIT 1)
        UNION ALL
        SELECT (SELECT term FROM search_terms WHERE term >= terms.term || CHAR(1) LIMIT 1)
        FROM terms WHERE SUBSTR(terms.term, 1, \(length)) = \(start) LIMIT \(mostBegun + 2))
      SELECT term FROM terms WHERE SUBSTR(term, 1, \(length)) = \(start)
      """
    ) { $0.string(0) }
    return terms.isEmpty || terms.count > mostBegun ? nil : terms
  }
}
