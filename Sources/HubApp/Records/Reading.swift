import Foundation
package import HubModel
package import HubSQL

/// One snapshot of the data, seen by somebody at a moment.
package class Reading {
  package let connection: Connection
  package let caller: Caller
  package let now: Moment
  let memory: Memory
  /// Whether the caller may see what has an audience, by its id, as far as it was asked: by others
  /// who read as the same caller too.
  private var openings: [Int64: Bool]
  private let sharedOpenings: KnownOpenings?
  /// The one that was asked for last.
  private var latestOpening: (audience: Int64, isOpen: Bool) = (0, false)
  /// The audiences of records, as the directory has them, as far as they were asked for.
  var knownAudiences: [Reference: [AudienceKey]] = [:]
  /// The clocks of the networks, once they were asked for.
  var knownZones: [(network: ID<Network>, zone: TimeZone)]?
  private let latest: (known: Int64, now: () -> Int64?)?

  /// - Parameters:
  ///   - openings: what is known of what this caller may see, of this hub.
  ///   - latest: the state of the data as it was known before, and how to ask for it now. Nil where
  ///     nothing may be remembered that only holds for one state.
  init(
    _ connection: Connection, caller: Caller, now: Moment, memory: Memory = Memory(),
    openings: KnownOpenings? = nil, latest: (known: Int64, now: () -> Int64?)? = nil
  ) {
    self.openings = openings?.all ?? [:]
    sharedOpenings = openings
    self.memory = memory
    self.connection = connection
    self.caller = caller
    self.now = now
    self.latest = latest
  }

  /// The state of the data that is read; nil where that is not known for certain. To be asked for
  /// once something has been read.
  private(set) lazy var version: Int64? = {
    guard let latest, latest.now() == latest.known else { return nil }
    return latest.known
  }()

  /// Today, by the clocks of the caller's network.
  package var today: Day { now.local(in: caller.zone).day }

  /// Those of the found that the caller may see, by the ids of their audiences.
  func visible<Found>(_ found: [(audience: Int64, Found)]) throws -> [Found] {
    var seen: [Found] = []
    seen.reserveCapacity(found.count)
    for (audience, one) in found {
      if try isOpen(audience, beside: { found.map(\.audience) }) { seen.append(one) }
    }
    return seen
  }

  /// Whether the caller belongs to an audience.
  ///
  /// - Parameter others: those that will be asked for next; what is not known of them is found out
  ///   at once, by one statement at most.
  func isOpen(_ audience: Int64, beside others: () -> [Int64]) throws -> Bool {
    // Most of what is found together has the same.
    if latestOpening.audience == audience { return latestOpening.isOpen }
    if openings[audience] == nil { try look(into: [audience] + others()) }
    latestOpening = (audience, openings[audience] == true)
    return latestOpening.isOpen
  }

  private func look(into audiences: [Int64]) throws {
    var found: [Int64: Bool] = [:]
    for audience in audiences where openings[audience] == nil { found[audience] = false }
    try memory.audiences.forEach(Array(found.keys), connection) { id, keys in
      found[id] = Access.maySee(caller, audience: keys)
    }
    openings.merge(found) { _, new in new }
    sharedOpenings?.add(found)
  }

  /// The record, whoever asks. For rules; never to be shown.
  package func load<R: Stored>(_ id: ID<R>) throws -> R? {
    let table = R.table
    return try connection.first(SQL(raw: table.byNumber, bindings: [.integer(id.number)])) {
      table.record($0)
    }
  }

  /// The record, if the caller may see it.
  ///
  /// - Throws: `Refusal.notFound`, the same for a record that is absent and one that is hidden.
  package func find<R: Stored>(_ id: ID<R>) throws -> R {
    guard let record = try seen(id) else { throw Refusal.notFound(id.description) }
    return record
  }

  /// The record, if there is one and the caller may see it.
  ///
  /// Whether they may is asked of the directory, and the record is read only then: how long it takes
  /// to be refused says nothing of what is hidden, nor how much that is.
  func seen<R: Stored>(_ id: ID<R>) throws -> R? {
    try maySee(id.reference) ? try load(id) : nil
  }

  /// The records that meet a condition and that the caller may see.
  package func all<R: Stored>(
    _ type: R.Type = R.self, where condition: SQL, orderedBy order: SQL = "t.number"
  ) throws -> [R] {
    let table = R.table
    let visible = Access.condition(caller, "t")
    return try connection.query(
      """
      \(raw: table.selecting)(\(condition)) AND \(visible) ORDER BY \(order)
      """
    ) { table.record($0) }
  }

  /// The records that meet a condition, whoever asks, each with whether the caller may see it.
  func allTold<R: Stored>(
    _ type: R.Type = R.self, where condition: SQL, orderedBy order: SQL = "t.number"
  ) throws -> [(record: R, isSeen: Bool)] {
    let table = R.table
    let found = try connection.query(
      "\(raw: table.selecting)\(condition) ORDER BY \(order)"
    ) { (record: table.record($0), audience: table.audience($0)) }
    return try found.map {
      let isSeen = try caller.isFounder || isOpen($0.audience) { found.map(\.audience) }
      return ($0.record, isSeen)
    }
  }

  /// The records that meet a condition, whoever asks. For rules; never to be shown.
  package func loadAll<R: Stored>(
    _ type: R.Type = R.self, where condition: SQL, orderedBy order: SQL = "t.number"
  ) throws -> [R] {
    let table = R.table
    return try connection.query(
      "\(raw: table.selecting)\(condition) ORDER BY \(order)"
    ) { table.record($0) }
  }
}
