import HubCrypto
import HubModel
import HubResources
package import HubSQL

/// What a data file is made of, as a version of the program knows it. Registered here: every file
/// is opened, verified, rebuilt and restored by it.
package struct Schema: Sendable {
  package var subjects: [any Stored.Type]
  /// In the order of their numbers. What has landed is never edited: a new one follows.
  package var migrations: [Migration]
  /// What migrates data by code, in their order.
  package var steps: [DataStep]
  /// Under which rules what is derived from records is computed.
  package var rules: Int

  /// That of this program.
  package static let current = Schema(
    subjects: Subjects.all, migrations: embedded, steps: [.sealing], rules: Derived.rules)

  /// The numbered migrations that are embedded in the program.
  private static let embedded: [Migration] = Resource.list(under: "migrations").sorted()
    .compactMap { path in
      let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
      let parts = name.split(separator: "-", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[0]), let sql = Resource.text(path) else {
        return nil
      }
      return Migration(
        number: number, name: String(parts[1]), sql: sql,
        digest: Digest.hex(Digest.blake2b(Array(sql.utf8))))
    }
}
