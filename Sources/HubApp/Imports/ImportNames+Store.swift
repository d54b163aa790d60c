import HubModel
import HubSQL

/// What records are called, for tables that name them as people do: looked up once for a kind, so
/// that a table of many rows does not ask for each.
struct ImportNames {
  private let reading: Reading
  private var known: [RecordType: [String: [Reference]]] = [:]
  /// Some of them as they are written, for a suggestion.
  private var spellings: [RecordType: [String]] = [:]
  private static let mostSpellings = 5000
  /// How many names more get another one suggested: more than anybody reads, and few enough for a
  /// table of nothing but wrong names to hold up nobody.
  private var suggestionsLeft = 50

  init(_ reading: Reading) { self.reading = reading }

  /// The records of a kind that the caller may see and that are called so.
  mutating func references(_ type: RecordType, called name: String) throws -> [Reference] {
    try names(of: type)[Naming.key(name)] ?? []
  }

  /// The name that somebody probably meant.
  mutating func nearest(_ type: RecordType, to name: String) throws -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    _ = try names(of: type)
    return Nearest.word(to: name, among: spellings[type] ?? [])
  }

  /// Adds what a new record is called.
  mutating func add(_ reference: Reference, called names: [String]) throws {
    _ = try self.names(of: reference.type)
    for name in Set(names.map { Naming.key($0) }) where !name.isEmpty {
      known[reference.type]?[name, default: []].append(reference)
    }
  }

  private mutating func names(of type: RecordType) throws -> [String: [Reference]] {
    if let names = known[type] { return names }
    var names: [String: [Reference]] = [:]
    let all = try all(of: type)
    spellings[type] = Array(all.flatMap(\.1).filter { !$0.isEmpty }.prefix(Self.mostSpellings))
    for (reference, called) in all {
      for name in Set(called.map { Naming.key($0) }) where !name.isEmpty {
        names[name, default: []].append(reference)
      }
    }
    known[type] = names
    return names
  }

  private func all(of type: RecordType) throws -> [(Reference, [String])] {
    let found = try reading.connection.query(
      """
      SELECT audience, number, label_en, label_fr FROM records WHERE type = \(type.rawValue) \
      AND label_word IS NULL ORDER BY number
      """
    ) { row in
      (audience: row.int64(0), (Reference(type, row.int64(1)), [row.string(2), row.string(3)]))
    }
    var visible = try reading.visible(found)
    let merged = try Successors.of(visible.map(\.0), in: reading)
    visible.removeAll { merged[$0.0] != nil }
    switch type {
    case .organization: try add("acronym", of: type, to: &visible)
    case .person: try add("handle", of: type, to: &visible)
    default: break
    }
    return visible
  }

  /// Adds another column by which a record is named.
  private func add(
    _ column: String, of type: RecordType, to names: inout [(Reference, [String])]
  ) throws {
    var others: [Int64: String] = [:]
    try reading.connection.forEach(
      "SELECT number, \(raw: column) FROM \(raw: type.table) WHERE \(raw: column) IS NOT NULL"
    ) { row in
      others[row.int64(0)] = row.string(1)
      return true
    }
    for index in names.indices {
      if let other = others[names[index].0.number] { names[index].1.append(other) }
    }
  }
}

extension Writing {
  /// The records that the caller may see and that have these values in their fields.
  func references<R: Stored>(_ type: R.Type, having fields: [(Field<R>, [Cell])]) throws
    -> [ID<R>]
  {
    var condition: SQL = "\(Access.condition(caller, "t"))"
    for (field, cells) in fields {
      for (column, cell) in zip(field.columns, cells) {
        condition = "\(condition) AND t.\(raw: column) = \(cell.sqlValue)"
      }
    }
    return try connection.query(
      "SELECT t.number FROM \(raw: R.type.table) t WHERE \(condition) ORDER BY t.number LIMIT 2"
    ) { ID<R>($0.int64(0)) }
  }
}
