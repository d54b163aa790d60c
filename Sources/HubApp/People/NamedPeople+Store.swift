import HubModel
import HubSQL

extension Reading {
  /// By handle: the people whom the caller may see, in one statement; of one who was merged into
  /// another, the other.
  func people(withHandles handles: Set<String>) throws -> [String: ID<Person>] {
    guard !handles.isEmpty else { return [:] }
    var people: [String: ID<Person>] = [:]
    try connection.forEach(
      """
      SELECT t.handle, COALESCE(s.number, t.number) \
      FROM people t LEFT JOIN people s ON s.number = t.merged_into \
      WHERE t.handle IN (\(list: handles.sorted())) AND \(Access.condition(caller, "t")) \
      AND (s.number IS NULL OR \(Access.condition(caller, "s")))
      """
    ) { row in
      people[row.string(0)] = ID(row.int64(1))
      return true
    }
    return people
  }

  /// The handles of these people, whoever asks, in one statement.
  func handles(of people: Set<ID<Person>>) throws -> [ID<Person>: String] {
    guard !people.isEmpty else { return [:] }
    var handles: [ID<Person>: String] = [:]
    try connection.forEach(
      "SELECT number, handle FROM people WHERE number IN (\(list: people.map(\.number).sorted()))"
    ) { row in
      handles[ID(row.int64(0))] = row.string(1)
      return true
    }
    return handles
  }

  /// The handles of people whom the caller may see and who have one of these names, by name: of a
  /// large hub's people, the first ones are looked at.
  func accounts(called names: [String]) throws -> [String: String] {
    guard !names.isEmpty else { return [:] }
    let wanted = Dictionary(names.map { (NameForm.key($0), $0) }) { first, _ in first }
    var accounts: [String: String] = [:]
    try connection.forEach(
      """
      SELECT t.name, t.handle FROM people t \
      WHERE t.merged_into IS NULL AND \(Access.condition(caller, "t")) \
      ORDER BY t.handle LIMIT 5000
      """
    ) { row in
      if let name = wanted[NameForm.key(row.string(0))] { accounts[name] = row.string(1) }
      return true
    }
    return accounts
  }

  /// Handles that somebody may have meant: of a large hub's people, the first ones.
  func someHandles() throws -> [String] {
    try connection.query(
      """
      SELECT t.handle FROM people t \
      WHERE t.merged_into IS NULL AND \(Access.condition(caller, "t")) \
      ORDER BY t.handle LIMIT 5000
      """
    ) { $0.string(0) }
  }
}
