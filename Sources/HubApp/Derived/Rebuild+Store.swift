import HubModel
import HubSQL

/// Computes anew, for all records, what follows from them, and mends what is kept otherwise. It
/// makes no entries of the history: what people said and did is not touched.
///
/// It goes on in pieces, so that others wait for none of it longer than for a larger write, and
/// what it has not come to is found when it runs again.
package struct Rebuild {
  /// What came of it.
  package struct Report: Sendable, Hashable {
    /// How many records were looked at.
    package var records: Int64 = 0
    /// How many of them had something beside them that was mended.
    package var mended: Int64 = 0

    package init() {}
  }

  /// How far it is.
  package typealias Progress = (_ done: Int64, _ total: Int64) -> Void

  /// How many records are looked at in one transaction.
  static let piece = 2000

  private let hub: Hub
  private let progress: Progress
  private var report = Report()
  private var total: Int64 = 0

  /// Runs over everything, and notes under which rules.
  @discardableResult
  package static func run(
    _ hub: Hub, progress: @escaping Progress = { _, _ in }
  ) throws -> Report {
    var rebuild = Rebuild(hub: hub, progress: progress)
    return try rebuild.run()
  }

  private init(hub: Hub, progress: @escaping Progress) {
    self.hub = hub
    self.progress = progress
  }

  private mutating func run() throws -> Report {
    total = try hub.read(as: .founder) { try Directory.count($0.connection) }
    let differs = try hub.read(as: .founder) { try SearchIndex.differs($0.connection) }
    try hub.write(as: .founder) { writing in
      try Audiences.mend(writing.connection)
      try Handles.mend(writing.connection)
      // What is taken out of it below is told to it by its texts.
      if differs { try SearchIndex.makeAnew(writing.connection) }
      try SearchIndex.removeOrphans(writing.connection)
    }
    for subject in hub.schema.subjects { try run(subject) }
    try hub.write(as: .founder) { try Settings.set(.derivedRules, hub.schema.rules, $0.connection) }
    progress(report.records, report.records)
    return report
  }

  private mutating func run<R: Stored>(_ type: R.Type) throws {
    var last: Int64 = 0
    while true {
      let after = last
      let piece = try hub.write(as: .founder) { writing in
        var records: [(R, KeptDerived)] = []
        try KeptDerived.forEach(R.self, after: after, most: Self.piece, writing.connection) {
          record, _, kept in records.append((record, kept))
        }
        let mended = try records.count { try !$1.mend(beside: $0, in: writing).isNone }
        return (count: records.count, mended: mended, last: records.last?.0.header.number)
      }
      report.records += Int64(piece.count)
      report.mended += Int64(piece.mended)
      progress(report.records, max(total, report.records))
      guard let next = piece.last, piece.count == Self.piece else { return }
      last = next
    }
  }
}

extension KeptDerived {
  /// Writes what is kept otherwise than it is derived; answers what that was. A record without a
  /// line in the directory is damage, which is not healed by making one: the history would not be
  /// its own.
  func mend<R: Stored>(beside record: R, in writing: Writing) throws -> Difference {
    guard let entry else { return .none }
    let connection = writing.connection
    let derived = Derived(of: record, within: try writing.bounds(of: record))
    let difference = try difference(from: derived, of: record.reference, connection)
    guard !difference.isNone else { return difference }
    if difference.audience || !difference.line.isEmpty {
      let audience = try Audiences.id(of: derived.audience, connection)
      try writing.setAudience(audience, of: record)
      _ = try Directory.update(derived.line, of: record.reference, audience: audience, writing)
    }
    if difference.audience, let keys {
      try Departures.put(
        entry, left: keys.split(separator: " ").map(String.init), at: writing.moment(), connection)
    }
    if difference.links { try Links.replace(by: derived.links, of: entry, writing) }
    if difference.search {
      try SearchIndex.replace(by: derived.texts, keys: derived.keys, as: entry, connection)
    }
    return difference
  }
}
