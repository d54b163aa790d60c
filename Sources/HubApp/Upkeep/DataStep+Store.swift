import HubModel
import HubSQL

/// A step that migrates data by code, where SQL alone does not suffice: once for each file, in one
/// transaction, after all migrations of the schema. It is an entry of the history, and so is every
/// change that it makes.
///
/// It reads and writes records as the program has them today. Data that a migration takes away
/// must be moved by that migration.
package struct DataStep: Sendable {
  /// What it does, in words: `split-names`. Never reused for another step.
  package let name: String
  package let run: @Sendable (Writing) throws -> Void

  package init(_ name: String, _ run: @escaping @Sendable (Writing) throws -> Void) {
    self.name = name
    self.run = run
  }

  /// Whether it has been taken in this file.
  func isTaken(_ connection: Connection) throws -> Bool {
    try Settings.number(.dataStep(name), connection) != nil
  }

  /// Takes it, if it has not been taken.
  func take(_ hub: Hub) throws {
    try hub.write(as: .founder) { writing in
      guard try !isTaken(writing.connection) else { return }
      let act = Act(.migrate, reason: name)
      try History.append(
        act, record: nil, version: 0, content: RecordChange.reason(of: act), in: writing)
      try run(writing)
      try Settings.set(.dataStep(name), 1, writing.connection)
    }
  }
}
