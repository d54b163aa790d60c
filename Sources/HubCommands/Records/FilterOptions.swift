import HubConsole
import HubModel
import HubText

/// The filters of a list as options: `--assignee @facilitator`, `--due-before friday`, `--mine`.
struct FilterOptions<R: Record>: Sendable {
  private struct Entry {
    let option: Option
    let filter: String
    /// The keys of its label; none where it is the option's own.
    var keys: [String] = []
    /// What was typed, as the API wants it: what meets any of it.
    let values: @Sendable (Values, String) -> [String]
  }

  private let entries: [Entry]

  init() {
    var entries: [Entry] = []
    if let lifeCycle = R.lifeCycle {
      entries.append(
        Entry(
          option: Option("state", .state(lifeCycle.states, of: R.type), repeated: true),
          filter: "state",
          values: Self.texts))
    }
    for filter in R.filters {
      entries.append(
        Entry(
          option: Option(Option.name(for: filter), .flag), filter: filter,
          values: { _, _ in ["true"] }))
    }
    for field in R.fieldSummaries where field.continues == nil {
      entries += Self.entries(of: field)
    }
    entries.append(
      Entry(
        option: Option("network", .reference([.network]), repeated: true), filter: "network",
        values: Self.references))
    self.entries = entries
  }

  private static func entries(of field: FieldSummary) -> [Entry] {
    let name = FieldOption.name(of: field)
    let canBeNone = field.traits.contains(.optional)
    func entry(
      _ kind: ValueKind, canBeNone: Bool = canBeNone,
      _ values: @escaping @Sendable (Values, String) -> [String]
    ) -> [Entry] {
      let keys = ["field.\(R.type.rawValue).\(field.name)", "field.\(field.name)"]
      let option = Option(name, canBeNone ? kind.orNone : kind, repeated: true)
      return [Entry(option: option, filter: field.name, keys: keys, values: values)]
    }
    switch field.kind {
    case .reference(.person): return entry(.person, references)
    case .reference(let type): return entry(.reference([type]), references)
    case .anyReference(let types): return entry(.reference(types), references)
    case .references(let types): return entry(.reference(types), canBeNone: true, references)
    case .choice(let words): return entry(.choice(words, field: field.name, of: R.type), texts)
    case .choices(let words):
      return entry(.choice(words, field: field.name, of: R.type), canBeNone: true, texts)
    case .words: return entry(.text, canBeNone: true, texts)
    case .day:
      let around = ["Before", "After"].map {
        Entry(
          option: Option("\(name)-\($0.lowercased())", .day), filter: field.name + $0,
          keys: ["option.day\($0)"], values: { [$0.day($1)?.description ?? ""] })
      }
      return entry(.day) { $0.all($1, as: Day.self).map(\.description) } + around
    default: return []
    }
  }

  private static var texts: @Sendable (Values, String) -> [String] { { $0.texts($1) } }
  private static var references: @Sendable (Values, String) -> [String] {
    { $0.references($1).map(\.description) }
  }

  var options: [Option] { entries.map(\.option) }

  var labels: [String: [String]] {
    Dictionary(
      entries.filter { !$0.keys.isEmpty }.map { ($0.option.name, $0.keys) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The query that the API gets.
  func query(of call: Invocation) throws -> [(name: String, value: String)] {
    var query: [(name: String, value: String)] = []
    for entry in entries where call.flag(entry.option.name) {
      let name = entry.option.name
      query += entry.values(call.values, name).map { (entry.filter, $0) }
      if !call.values.all(name, as: Nothing.self).isEmpty { query.append((entry.filter, "")) }
    }
    if let sort = call.text("sort") { query.append(("sort", sort)) }
    if let limit = call.number("limit") { query.append(("limit", String(limit))) }
    return query
  }
}
