package import HubModel

/// What a check of a whole database found: whether the history is the one that was written, and
/// whether everything else agrees with it.
package struct Verification: Sendable {
  /// How many history entries were read.
  package let entries: Int64
  /// How many records were compared with their history, directory, links and search entries.
  package let records: Int64
  /// The end of the chain, to be kept elsewhere.
  package let head: Head
  /// What is wrong, the chain first; each has a sentence `fault.<code>`. At most 1,000.
  package let findings: [Fault]
  /// How many findings there are, also those beyond the first 1,000.
  package let count: Int

  /// What follows from records and is kept otherwise, as after a change of rules: nothing is lost,
  /// and `hub rebuild` mends it. At most 1,000.
  package let outdated: [Fault]
  /// How many of these there are.
  package let outdatedCount: Int

  /// Whether the file is whole: the history is the one that was written, and the records are what
  /// it says.
  package var isSound: Bool { count == 0 }
  /// Whether what follows from the records is kept as it follows today.
  package var isUpToDate: Bool { outdatedCount == 0 }

  /// How far a check is: of entries first, then of records.
  package typealias Progress = (_ done: Int64, _ total: Int64) -> Void
}

/// What is wrong, in order; the first of them are kept so that a ruined database does not fill
/// the memory.
final class Findings {
  private static let limit = 1000
  private(set) var list: [Fault] = []
  private(set) var count = 0

  func add(_ fault: Fault) {
    count += 1
    if list.count < Self.limit { list.append(fault) }
  }
}
