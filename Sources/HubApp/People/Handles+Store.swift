import HubModel
import HubSQL

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
}
