import Foundation
import HubSQL
import Testing

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "hub-sql-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }
}

/// The kind of error that `body` throws, nil when it throws none.
func kind(_ body: () throws -> Void) throws -> SQLError.Kind? {
  do {
    try body()
    return nil
  } catch let error as SQLError {
    return error.kind
  }
}

extension Connection {
  /// An in-memory database with a table `person`.
  static func withPeople(_ names: String...) throws -> Connection {
    let connection = try Connection(path: ":memory:")
    try connection.createPeople(names)
    return connection
  }

  func createPeople(_ names: [String] = []) throws {
    try execute(
      "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT")
    for name in names { try execute("INSERT INTO person (name) VALUES (\(name))") }
  }

  var names: [String] {
    get throws { try query("SELECT name FROM person ORDER BY id") { $0.string(0) } }
  }
}
