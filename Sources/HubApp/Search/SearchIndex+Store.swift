import HubModel
import HubSQL

/// The full-text index: the words of each record in both languages, each beside every key of its
/// audience, so that whoever searches by their keys touches what they may see and nothing else. The
/// texts of which it is made, and of which excerpts are, stand in a table. The row id of both is
/// that of the record in the directory.
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
      "INSERT INTO search_texts (record, en, fr, keys) VALUES (?, ?, ?, ?)",
      [.integer(entry), .text(texts.en), .text(texts.fr), .text(keys)])
    try addTokens(of: texts, keys: keys, as: entry, connection)
  }

  /// Keeps this instead of what is kept.
  static func replace(
    by texts: LocalizedText, keys: String, as entry: Int64, _ connection: Connection
  ) throws {
    try remove(entry, connection)
    try add(texts, keys: keys, as: entry, connection)
  }

  private static func addTokens(
    of texts: LocalizedText, keys: String, as entry: Int64, _ connection: Connection
  ) throws {
    try connection.execute(
      "INSERT INTO search_index (rowid, words) VALUES (?, ?)",
      [.integer(entry), .text(SearchTokens.all(of: texts, keys: keys))])
  }

  /// The index knows no texts: it is told once more what it was told when it got the entry.
  private static func remove(_ entry: Int64, _ connection: Connection) throws {
    let tokens = try connection.first(
      "SELECT en, fr, keys FROM search_texts WHERE record = ?", [.integer(entry)]
    ) { row in
      SearchTokens.all(
        of: LocalizedText(en: row.string(0), fr: row.string(1)), keys: row.string(2))
    }
    guard let tokens else { return }
    try connection.execute(
      "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?, ?)",
      [.integer(entry), .text(tokens)])
    try connection.execute("DELETE FROM search_texts WHERE record = ?", [.integer(entry)])
  }

  /// Makes the index anew from its texts: words that were deleted stay in it until then.
  static func makeAnew(_ connection: Connection) throws {
    try connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    try forEachText(connection) { entry, texts, keys in
      try addTokens(of: texts, keys: keys, as: entry, connection)
    }
  }

  private static func forEachText(
    _ connection: Connection, _ body: (Int64, LocalizedText, _ keys: String) throws -> Void
  ) throws {
    try connection.forEach("SELECT record, en, fr, keys FROM search_texts ORDER BY record") { row in
      let texts = LocalizedText(en: row.string(1), fr: row.string(2))
      try body(row.int64(0), texts, row.string(3))
      return true
    }
  }

  // MARK: Checking

  /// What is kept of a record whose line in the directory is `r`: its texts and its keys.
  static let keptColumns = "s.en, s.fr, s.keys"
  static let keptJoin = "LEFT JOIN search_texts s ON s.record = r.id"

  /// The entries of records that are not there.
  static func orphans(_ connection: Connection) throws -> [Int64] {
    try connection.query(
      """
      SELECT s.record FROM search_texts s LEFT JOIN records r ON r.id = s.record \
      WHERE r.id IS NULL ORDER BY s.record
      """
    ) { $0.int64(0) }
  }

  static func removeOrphans(_ connection: Connection) throws {
    for entry in try orphans(connection) { try remove(entry, connection) }
  }

  /// Whether the index holds something else than the tokens of its texts: the sum over all of the
  /// one is the sum over all of the other, in whatever order they stand.
  static func differs(_ connection: Connection) throws -> Bool {
    var sum: UInt64 = 0
    func mark(_ token: UnsafeBufferPointer<UInt8>, _ entry: Int64) -> UInt64 {
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(token))
      hasher.combine(entry)
      return UInt64(truncatingIfNeeded: hasher.finalize())
    }
    try connection.forEach("SELECT doc, term FROM search_terms") { row in
      let entry = row.int64(0)
      row.withUTF8(1) { sum &+= mark($0, entry) }
      return true
    }
    try forEachText(connection) { entry, texts, keys in
      var marks: Set<UInt64> = []
      var tokens = SearchTokens.all(of: texts, keys: keys)
      tokens.withUTF8 { bytes in
        for token in bytes.split(separator: UInt8(ascii: " ")) {
          marks.insert(mark(UnsafeBufferPointer(rebasing: token), entry))
        }
      }
      for mark in marks { sum &-= mark }
    }
    return sum != 0
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

    fileprivate static func any(of parts: [String]) -> String {
      "(" + parts.joined(separator: " OR ") + ")"
    }

    fileprivate static func quoted(_ token: String) -> String { "\"\(token)\"" }
  }

  /// All the words, in either language, beside any one of the caller's keys; nil where that cannot
  /// be found.
  static func match(
    _ words: SearchWords, for caller: Caller, _ connection: Connection
  ) throws -> Match? {
    let keys = caller.isFounder ? try keysOfAll(connection) : caller.keys
    let begun = try words.beginning.map { try self.begun(by: $0, beside: keys, connection) }
    let ways = keys.compactMap { key -> String? in
      var terms = words.whole.map { Match.quoted(SearchTokens.token(key, $0)) }
      if let begun {
        guard let any = begun[key] else { return nil }
        terms.append(any)
      }
      return "(" + terms.joined(separator: " AND ") + ")"
    }
    return ways.isEmpty ? nil : Match(expression: Match.any(of: ways))
  }

  /// The entries, the newest first unless the question wants the oldest.
  ///
  /// - Parameters:
  ///   - narrowing: what else has to hold for the line `r` in the directory.
  ///   - caller: whose question it is. That they may see each is asked of the directory too.
  static func inOrder(
    _ match: Match, _ narrowing: [SQL], _ question: Search.Question, _ caller: Caller, limit: Int,
    _ connection: Connection
  ) throws -> [Found] {
    var conditions: [SQL] = [
      "search_index MATCH \(match.expression)", Access.condition(caller, "r"),
    ]
    if let after = question.after {
      let comparison: SQL = question.oldestFirst ? ">" : "<"
      conditions.append("search_index.rowid \(comparison) \(after)")
    }
    let direction: SQL = question.oldestFirst ? "ASC" : "DESC"
    return try connection.query(
      """
      SELECT search_index.rowid, \(raw: beginnings), \(raw: Directory.Entry.selection) \
      FROM search_index CROSS JOIN records r ON r.id = search_index.rowid \
      CROSS JOIN search_texts s ON s.record = search_index.rowid \
      WHERE \(SQL.joined(conditions + narrowing, separator: " AND ")) \
      ORDER BY search_index.rowid \(direction) LIMIT \(limit)
      """, found
    ).compactMap(\.self)
  }

  /// The record of a reference, where the caller may see it.
  static func named(
    _ reference: Reference, _ narrowing: [SQL], seenBy caller: Caller, _ connection: Connection
  ) throws -> [Found] {
    let conditions: [SQL] = [
      "r.type = \(reference.type.rawValue) AND r.number = \(reference.number)",
      Access.condition(caller, "r"),
    ]
    return try connection.query(
      """
      SELECT r.id, \(raw: beginnings), \(raw: Directory.Entry.selection) \
      FROM records r LEFT JOIN search_texts s ON s.record = r.id \
      WHERE \(SQL.joined(conditions + narrowing, separator: " AND "))
      """, found
    ).compactMap(\.self)
  }

  static func isNot(_ reference: Reference) -> SQL {
    "NOT (r.type = \(reference.type.rawValue) AND r.number = \(reference.number))"
  }

  private static let beginnings = ["en", "fr"].map {
    "COALESCE(SUBSTR(s.\($0), 1, \(Excerpt.most + 1)), '')"
  }.joined(separator: ", ")

  private static func found(_ row: borrowing Row) -> Found? {
    let texts = LocalizedText(en: row.string(1), fr: row.string(2))
    return Directory.Entry(row, from: 3).map {
      Found(id: row.int64(0), entry: $0, texts: texts)
    }
  }

  /// For whoever sees all: keys of which every audience has one, and as few as that takes. Those of
  /// all the people and bodies would be many.
  private static func keysOfAll(_ connection: Connection) throws -> [String] {
    var audiences = try connection.query("SELECT keys FROM audiences") {
      SearchTokens.keys($0.string(0))
    }
    audiences.sort { ($0.count, $0[0]) < ($1.count, $1[0]) }
    var chosen: Set<Substring> = []
    for keys in audiences where chosen.isDisjoint(with: keys) {
      let widest = keys.first { $0.first.map("wns".contains) ?? false }
      chosen.insert(widest ?? keys[0])
    }
    return chosen.map(String.init).sorted()
  }

  /// Beyond so many words that begin alike FTS5's own way costs less.
  static let mostBegun = 250

  /// The words that begin so beside each of the keys, as a part of a question. A key beside which
  /// there are none is left out.
  ///
  /// FTS5 answers for a beginning by putting together everything in which any such word stands
  /// before it answers with the first; for words it goes along the index and stops when it has
  /// enough. So a beginning is replaced by the words that begin so, where they are not too many.
  private static func begun(
    by beginning: String, beside keys: [String], _ connection: Connection
  ) throws -> [String: String] {
    var rows = ValueRows(keys.count, wide: 1)
    for key in keys { rows.add([.text(SearchTokens.token(key, beginning))]) }
    var words: [String: [String]] = [:]
    var ends: Set<String> = []
    // In the order in which they were found: the first word of each key, then the second of each.
    try connection.forEach(
      """
      WITH RECURSIVE begun (start, term) AS (
        SELECT w.column1, (SELECT term FROM search_terms WHERE term >= w.column1 LIMIT 1)
        FROM \(rows.sql) w WHERE w.column1 IS NOT NULL
        UNION ALL
        SELECT start, (SELECT term FROM search_terms WHERE term >= begun.term || CHAR(1) LIMIT 1)
        FROM begun WHERE SUBSTR(term, 1, LENGTH(start)) = start
        LIMIT \(keys.count + mostBegun))
      SELECT start, term, SUBSTR(term, 1, LENGTH(start)) = start FROM begun
      """
    ) { row in
      if row.bool(2) {
        words[row.string(0), default: []].append(Match.quoted(row.string(1)))
      } else {
        ends.insert(row.string(0))
      }
      return true
    }
    var parts: [String: String] = [:]
    for key in keys {
      let start = SearchTokens.token(key, beginning)
      guard let begun = words[start] else { continue }
      parts[key] = ends.contains(start) ? Match.any(of: begun) : "\(Match.quoted(start)) *"
    }
    return parts
  }
}
