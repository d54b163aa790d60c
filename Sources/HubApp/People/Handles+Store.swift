import HubModel
import HubSQL
import HubText

/// Whose a handle is or was. One that somebody gave up is never another person's: texts, files and
/// the history go on naming them by it.
enum Handles {
  /// Whether it is, or was, somebody's else.
  static func isTaken(
    _ handle: String, for person: ID<Person>, _ connection: Connection
  ) throws -> Bool {
    let owner = try connection.first("SELECT person FROM handles WHERE handle = \(handle)") {
      ID<Person>($0.int64(0))
    }
    return owner.map { $0 != person } ?? false
  }

  /// Keeps that it is a person's.
  static func keep(_ handle: String, of person: ID<Person>, _ connection: Connection) throws {
    guard
      try connection.first("SELECT 1 FROM handles WHERE handle = \(handle)", { _ in true }) == nil
    else { return }
    try connection.execute(
      "INSERT INTO handles (handle, person) VALUES (\(handle), \(person.number))")
  }

  /// Forgets those that a person had, but one: nothing is to say any more who it was.
  static func forget(of person: ID<Person>, but handle: String, _ connection: Connection) throws {
    try connection.execute(
      "DELETE FROM handles WHERE person = \(person.number) AND handle <> \(handle)")
  }

  /// Whose each handle is by the records and their history: what somebody has now comes first, then
  /// whoever had it first.
  private static func derived(_ connection: Connection) throws -> [String: Int64] {
    var owners: [String: Int64] = [:]
    try connection.forEach("SELECT handle, number FROM people ORDER BY number") { row in
      owners[row.string(0)] = row.int64(1)
      return true
    }
    try connection.forEach(
      """
      SELECT h.content, r.number FROM records r JOIN history h ON h.record = r.id \
      WHERE r.type = \(RecordType.person.rawValue) AND h.content IS NOT NULL ORDER BY h.id
      """
    ) { row in
      let content = row.withUTF8(0) { try? JSON(parsing: $0) }
      guard let handle = content?["change"]?["handle"]?.string else { return true }
      if owners[handle] == nil { owners[handle] = row.int64(1) }
      return true
    }
    return owners
  }

  private static func kept(_ connection: Connection) throws -> [String: Int64] {
    var owners: [String: Int64] = [:]
    try connection.forEach("SELECT handle, person FROM handles") { row in
      owners[row.string(0)] = row.int64(1)
      return true
    }
    return owners
  }

  /// Those that are kept otherwise than the records and their history have them.
  static func differing(_ connection: Connection) throws -> [String] {
    let (derived, kept) = (try derived(connection), try kept(connection))
    return Set(derived.keys).union(kept.keys).filter { derived[$0] != kept[$0] }.sorted()
  }

  /// Keeps them as the records and their history have them.
  static func mend(_ connection: Connection) throws {
    let derived = try derived(connection)
    for handle in try differing(connection) {
      try connection.execute("DELETE FROM handles WHERE handle = \(handle)")
      guard let owner = derived[handle] else { continue }
      try connection.execute("INSERT INTO handles (handle, person) VALUES (\(handle), \(owner))")
    }
  }
}
