import HubModel
import HubText

/// References by names that were given before they were known: `$plenary` in the steps of the
/// sample and in the operations of a batch.
struct NamedReferences {
  private var byName: [String: String] = [:]

  mutating func add(_ name: String, _ reference: String) { byName["$" + name] = reference }

  /// The reference of a name with its `$`; nil for one that was not given.
  func reference(_ name: String) -> Reference? { byName[name].flatMap { Reference($0) } }

  /// The value with every text that is such a name replaced.
  func replaced(in json: JSON) -> JSON {
    switch json {
    case .string(let text): byName[text].map { .string($0) } ?? json
    case .array(let values): .array(values.map(replaced))
    case .object(let members):
      .object(members.map { JSON.Member(name: $0.name, value: replaced(in: $0.value)) })
    default: json
    }
  }

  /// The path with every segment that is such a name replaced.
  func replaced(inPath path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .map { byName[String($0)] ?? String($0) }.joined(separator: "/")
  }
}
