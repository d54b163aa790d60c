import HubModel
import HubSQL

/// What narrows a search, as conditions on the line `r` of a record in the directory: what its kind
/// and its fields say is asked as the lists of its own collection ask it.
enum SearchNarrowing {
  static let states = Set(Subjects.all.flatMap { $0.lifeCycle?.states ?? [] }).sorted()
  static let kinds = Set(Subjects.all.flatMap { $0.words(of: "kind") }).sorted()

  /// - Throws: `Refusal.malformed` for words that no record can have.
  static func conditions(of question: Search.Question, in reading: Reading) throws -> [SQL] {
    let faults =
      unknown(question.states, among: states, "state")
      + unknown(question.kinds, among: kinds, "kind")
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
    var conditions: [SQL] = []
    if !question.types.isEmpty {
      conditions.append("r.type IN (\(list: question.types.map(\.rawValue)))")
    }
    if !question.states.isEmpty { conditions.append("r.state IN (\(list: question.states))") }
    if let since = question.since { conditions.append("r.modified >= \(since.milliseconds)") }
    for (field, values) in [("kind", question.kinds), ("themes", question.themes)]
    where !values.isEmpty {
      let ways = try Subjects.all.compactMap { try $0.way(field, values, in: reading) }
      conditions.append("(\(SQL.joined(ways, separator: " OR ")))")
    }
    return conditions
  }

  private static func unknown(_ words: [String], among known: [String], _ name: String) -> [Fault] {
    words.filter { !known.contains($0) }.map {
      Fault(
        "unknownChoice", at: name, ["word": $0, "allowed": known.joined(separator: ", ")])
    }
  }
}

extension Stored {
  /// The words among which a field of it chooses.
  fileprivate static func words(of name: String) -> [String] {
    field(name)?.kind.choices ?? []
  }

  private static func field(_ name: String) -> Field<Self>? {
    fields.first { $0.name == name && !$0.traits.contains(.confined) }
  }

  /// The records of this type whose field has any of the values; nil where it can have none.
  fileprivate static func way(
    _ name: String, _ values: [String], in reading: Reading
  ) throws -> SQL? {
    guard let field = field(name) else { return nil }
    let choices = field.kind.choices
    let possible = choices.isEmpty ? values : values.filter(choices.contains)
    guard !possible.isEmpty else { return nil }
    let condition = try Filter.condition(Self.self, name, anyOf: possible, in: reading)
    return """
      (r.type = \(type.rawValue) AND EXISTS \
      (SELECT 1 FROM \(raw: type.table) t WHERE t.number = r.number AND \(condition)))
      """
  }
}
