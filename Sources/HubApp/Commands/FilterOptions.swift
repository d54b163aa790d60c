import HubModel
import HubText

/// The filters of a list as options: `--assignee @facilitator`, `--due-before friday`, `--mine`.
struct FilterOptions<R: Stored>: Sendable {
  private let entries: [(option: Option, filter: String, keys: [String])]

  init() {
    var entries: [(Option, String, [String])] = []
    if let lifeCycle = R.lifeCycle {
      entries.append((Option("state", .choice(lifeCycle.states), repeated: true), "state", []))
    }
    for filter in R.filters {
      entries.append((Option(FieldOption.kebab(filter), .flag), filter, []))
    }
    for field in R.fieldSummaries {
      let name = FieldOption.name(of: field)
      let keys = ["field.\(R.type.rawValue).\(field.name)", "field.\(field.name)"]
      switch field.kind {
      case .reference(.person):
        entries.append((Option(name, .handle), field.name, keys))
      case .reference(let type):
        entries.append((Option(name, .reference([type])), field.name, keys))
      case .references(let types), .anyReference(let types):
        entries.append((Option(name, .reference(types)), field.name, keys))
      case .choice(let words), .choices(let words):
        entries.append((Option(name, .choice(words)), field.name, keys))
      case .words: entries.append((Option(name), field.name, keys))
      case .day:
        entries += [
          (Option(name + "-before", .day), field.name + "Before", ["option.dayBefore"]),
          (Option(name + "-after", .day), field.name + "After", ["option.dayAfter"]),
        ]
      default: break
      }
    }
    entries.append((Option("network", .reference([.network])), "network", []))
    self.entries = entries
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
    for (option, filter, _) in entries where call.flag(option.name) {
      switch option.kind {
      case .flag: query.append((filter, "true"))
      case .day: query.append((filter, call.day(option.name)?.description ?? ""))
      case .reference: query.append((filter, call.reference(option.name)?.description ?? ""))
      case .handle:
        query.append((filter, FieldOption.person(call.text(option.name) ?? "").string ?? ""))
      default: query.append((filter, call.values.texts(option.name).joined(separator: ",")))
      }
    }
    if let sort = call.text("sort") { query.append(("sort", sort)) }
    if let limit = call.number("limit") { query.append(("limit", String(limit))) }
    return query
  }
}
