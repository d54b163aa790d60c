/// One step in the history of the schema. Once released it never changes: databases out there
/// have applied it.
package struct Migration: Sendable, Hashable {
  /// Its place in the order, from 1 without gaps.
  package let number: Int

  /// What it does, in words for a file name, for example `action-items`.
  package let name: String

  /// The statements. They do not begin or end a transaction.
  package let sql: String

  /// What its text digests to, in whatever way its maker digests: it is kept with the step, and a
  /// database that was made by another text is told apart by it.
  package let digest: String

  /// A step as it stands in its file; whether it fits the others is checked when it is applied.
  package init(number: Int, name: String, sql: String, digest: String) {
    self.number = number
    self.name = name
    self.sql = sql
    self.digest = digest
  }
}
