/// The values of arguments or options after they were checked, by name.
package struct Values: Sendable {
  private var byName: [String: [any Sendable]] = [:]

  init() {}

  mutating func add(_ value: any Sendable, _ name: String) {
    byName[name, default: []].append(value)
  }

  /// With other values in the place of these, in their order.
  func mapped(_ other: (any Sendable) throws -> any Sendable) rethrows -> Values {
    var result = Values()
    for name in names { result.byName[name] = try byName[name]?.map(other) }
    return result
  }

  package var names: [String] { byName.keys.sorted() }

  package func has(_ name: String) -> Bool { byName[name] != nil }

  /// Those that are of a type, in the order in which they were given.
  package func all<T>(_ name: String, as type: T.Type) -> [T] {
    (byName[name] ?? []).compactMap { $0 as? T }
  }

  package func text(_ name: String) -> String? { texts(name).last }
  package func texts(_ name: String) -> [String] { all(name, as: String.self) }
  package func number(_ name: String) -> Int? { all(name, as: Int.self).last }
}
