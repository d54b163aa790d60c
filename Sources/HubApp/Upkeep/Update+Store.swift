import Glibc
import HubFiles
import HubModel
import HubSQL

/// Brings the file of an earlier version of the program up to this one: its schema, its data, and
/// what follows from its records. What it was is kept beside it first.
package struct Update {
  /// What is done, for those who wait.
  package enum Event: Sendable, Hashable {
    /// The file as it was is kept here.
    case kept(String)
    /// What follows from records is computed anew.
    case rebuilding(done: Int64, of: Int64)
  }

  let hub: Hub
  let path: String
  /// Whether what the file was is worth keeping: not where it is a copy itself.
  let keepsCopy: Bool
  let report: (Event) -> Void

  func run() throws {
    let schema = hub.schema
    let (version, missing) = try hub.database.withWriter {
      (try Migrator.version(of: $0), try Migrator.missing(schema.migrations, in: $0))
    }
    let isNew = version == 0
    // Asked before anything is touched, where it can be.
    if !isNew { try refuseNewerRules() }
    let steps = isNew ? [] : try pending(schema.steps)
    let copy = isNew || missing.isEmpty && steps.isEmpty ? nil : try keepCopy(from: version)
    let now = hub.clock().milliseconds / 1000
    let applied = try hub.database.withWriter {
      try Migrator.apply(schema.migrations, to: $0, now: now)
    }
    if isNew { return try begin(schema) }
    for step in steps { try step.take(hub) }
    if let copy {
      // Another process may have done it meanwhile, and kept a copy itself.
      if applied.isEmpty, steps.isEmpty { unlink(copy) } else { report(.kept(copy)) }
    }
    if try rules() != schema.rules {
      try Rebuild.run(hub) { report(.rebuilding(done: $0, of: $1)) }
    }
  }

  /// - Throws: `Refusal.unavailable` for a file that is not of this version, where it can only be
  ///   read: what is shown by other rules might be shown to others.
  func requireNone() throws {
    let schema = hub.schema
    let missing = try hub.database.withWriter { try Migrator.missing(schema.migrations, in: $0) }
    try refuseNewerRules()
    guard try missing.isEmpty && rules() == schema.rules && pending(schema.steps).isEmpty else {
      throw Refusal.unavailable(Fault("databaseOutdated"))
    }
  }

  /// A file that begins here needs nothing of what brings older ones here.
  private func begin(_ schema: Schema) throws {
    try hub.write(as: .founder) { writing in
      try Settings.set(.derivedRules, schema.rules, writing.connection)
      for step in schema.steps { try Settings.set(.dataStep(step.name), 1, writing.connection) }
    }
  }

  private func rules() throws -> Int {
    try hub.database.read { try Settings.number(.derivedRules, $0) } ?? 0
  }

  /// Whoever knows only older rules would show people what they may not see any more.
  private func refuseNewerRules() throws {
    let (found, known) = (try rules(), hub.schema.rules)
    guard found > known else { return }
    let schema = hub.schema.migrations.count
    throw Refusal.unavailable(
      Fault(
        "databaseTooNew", ["found": "\(schema).\(found)", "known": "\(schema).\(known)"]))
  }

  private func pending(_ steps: [DataStep]) throws -> [DataStep] {
    try hub.database.read { connection in try steps.filter { try !$0.isTaken(connection) } }
  }

  /// Copies the file as it is beside it, under a name that nothing has; nil where there is nothing
  /// in it to lose.
  private func keepCopy(from version: Int) throws -> String? {
    guard keepsCopy, path != ":memory:",
      try hub.database.read({ try Directory.count($0) }) > 0
    else { return nil }
    let plain = "\(path).schema-\(version)"
    var copy = plain
    var number = 2
    while FilePlace(copy).isTaken {
      copy = "\(plain)-\(number)"
      number += 1
    }
    let file = try DurableFile(at: FilePlace(copy), isConfidential: true)
    defer { file.discard() }
    try hub.database.read { try $0.backup(to: file.beside) }
    try file.landAsNew()
    return copy
  }
}
