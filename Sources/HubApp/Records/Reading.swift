package import HubModel
package import HubSQL

/// One snapshot of the data, seen by somebody at a moment.
package class Reading {
  package let connection: Connection
  package let caller: Caller
  package let now: Moment
  private let audiences: KnownAudiences
  /// Whether the caller may see what has an audience, by its id, as far as it was asked.
  private var openings: [Int64: Bool] = [:]

  /// - Parameter audiences: those that are known already. What a transaction sees that may yet be
  ///   undone must not become known to others: it takes a list of its own.
  init(
    _ connection: Connection, caller: Caller, now: Moment,
    audiences: KnownAudiences = KnownAudiences()
  ) {
    self.audiences = audiences
    self.connection = connection
    self.caller = caller
    self.now = now
  }

  /// Today, by the clocks of the caller's network.
  package var today: Day { now.local(in: caller.zone).day }

  /// Those of the found that the caller may see, by the ids of their audiences.
  func visible<Found>(_ found: [(audience: Int64, Found)]) throws -> [Found] {
    var unknown: [Int64] = []
    for index in found.indices where openings[found[index].audience] == nil {
      unknown.append(found[index].audience)
      openings[found[index].audience] = false
    }
    if !unknown.isEmpty {
      try audiences.forEach(unknown, connection) { id, keys in
        openings[id] = Access.maySee(caller, audience: keys)
      }
    }
    return found.compactMap { openings[$0.audience] == true ? $0.1 : nil }
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
    guard let record = try load(id), Access.maySee(caller, record) else {
      throw Refusal.notFound(id.description)
    }
    return record
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
