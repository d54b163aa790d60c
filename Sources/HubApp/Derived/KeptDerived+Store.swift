import HubModel
import HubSQL

/// What is kept beside a record, as it stands in the file: to be compared with what is `Derived`
/// from it.
struct KeptDerived {
  /// nil where the directory has no line of the record.
  let entry: Int64?
  /// The id of the audience in the record's own row.
  let rowAudience: Int64
  /// Likewise in the directory, with its keys.
  let audience: Int64
  let keys: String?
  let line: DirectoryLine
  let texts: LocalizedText
  let searchKeys: String?

  /// Hands over the records of a type in the order of their numbers, each with its row and with
  /// what is kept beside it.
  ///
  /// - Parameters:
  ///   - number: after which to begin.
  ///   - most: how many to hand over at most; nil for all.
  ///   - condition: which of them.
  static func forEach<R: Stored>(
    _ type: R.Type, after number: Int64 = 0, most: Int? = nil, where condition: SQL = "1 = 1",
    _ connection: Connection,
    _ body: (R, borrowing Row, KeptDerived) throws -> Void
  ) throws {
    let table = R.table
    let columns = table.columns.map { "t." + $0 }.joined(separator: ", ")
    let first = table.columns.count
    try connection.forEach(
      """
      SELECT \(raw: columns), r.id, r.network, r.audience, r.state, r.label_en, r.label_fr, \
      r.label_word, r.day, r.illustrative, r.modified, a.keys, \(raw: SearchIndex.keptColumns) \
      FROM \(raw: R.type.table) t \
      LEFT JOIN records r ON r.type = \(R.type.rawValue) AND r.number = t.number \
      LEFT JOIN audiences a ON a.id = r.audience \(raw: SearchIndex.keptJoin) \
      WHERE t.number > \(number) AND \(condition) ORDER BY t.number LIMIT \(most ?? Int.max)
      """
    ) { row in
      try body(table.record(row), row, KeptDerived(row, from: first))
      return true
    }
  }

  private init(_ row: borrowing Row, from first: Int) {
    rowAudience = row.int64(first - 1)
    entry = row.optionalInt64(first)
    audience = row.int64(first + 2)
    line = DirectoryLine(
      network: row.int64(first + 1), state: row.string(first + 3),
      label: LocalizedText(en: row.string(first + 4), fr: row.string(first + 5)),
      labelWord: row.optionalString(first + 6), day: row.optionalInt64(first + 7),
      illustrative: row.bool(first + 8), modified: row.int64(first + 9))
    keys = row.optionalString(first + 10)
    texts = LocalizedText(en: row.string(first + 11), fr: row.string(first + 12))
    searchKeys = row.optionalString(first + 13)
  }

  /// What is kept otherwise than it is derived.
  func difference(
    from derived: Derived, of reference: Reference, _ connection: Connection
  ) throws -> Difference {
    let keys = derived.audience.joined(separator: " ")
    let isFound = searchKeys == keys && texts == derived.texts
    return Difference(
      line: derived.line.differences(from: line) + (audience == rowAudience ? [] : ["audience"]),
      audience: self.keys != keys,
      links: try entry.map { try Links.kept(of: $0, connection) != derived.links } ?? false,
      search: !isFound && !(searchKeys == nil && derived.texts.isEmpty))
  }

  struct Difference {
    /// The parts of the directory's line.
    let line: [String]
    let audience: Bool
    let links: Bool
    let search: Bool

    static let none = Difference(line: [], audience: false, links: false, search: false)

    var isNone: Bool { line.isEmpty && !audience && !links && !search }

    /// A finding for each.
    func faults(of reference: Reference) -> [Fault] {
      let ref = ["ref": reference.description]
      var faults: [Fault] = []
      if !line.isEmpty {
        let parts = line.joined(separator: ", ")
        faults.append(Fault("directoryDiffers", ["ref": reference.description, "parts": parts]))
      }
      if audience { faults.append(Fault("audienceDiffers", ref)) }
      if search { faults.append(Fault("searchDiffers", ref)) }
      if links { faults.append(Fault("linksDiffer", ref)) }
      return faults
    }
  }
}
