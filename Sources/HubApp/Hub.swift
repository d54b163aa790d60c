package import HubModel
package import HubSQL

/// The one value that is handed around: where the data is, what time it is, who the hub is.
package struct Hub: Sendable {
  package let database: Database
  /// What the program knows of its file.
  package let schema: Schema
  /// Now. Tests and demonstrations fix it.
  package var clock: @Sendable () -> Moment
  /// Milliseconds that only go forward, whatever is done to the clock: for what lasts only as long
  /// as the process. Tests move them.
  package var steady: @Sendable () -> Int64 = Hub.sinceStart
  /// How much work the statements of one request that reads may be, in steps of the database's
  /// machine: a few seconds, and a thousand times what any of them is for the records of years.
  package var stepsOfReading = 300_000_000
  /// How long the statements of such a request may take, in milliseconds, where the disk is slow or
  /// full-text search, which is hardly any steps, has much to go through.
  package var timeOfReading: Int64 = 30_000
  /// Random bytes; tests make them predictable.
  package var randomBytes: @Sendable (Int) -> [UInt8]
  /// A transaction that is open already, in which everything takes place: several requests that
  /// land together or not at all.
  var joined: JoinedTransaction?
  fileprivate let memory = Memory()
  private let callers = KnownCallers()

  package init(
    database: Database, schema: Schema = .current, clock: @escaping @Sendable () -> Moment,
    randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.database = database
    self.schema = schema
    self.clock = clock
    self.randomBytes = randomBytes
  }

  /// Reads in one snapshot, as somebody.
  ///
  /// - Parameter version: of the data, taken before; whoever was met in that state of it need not
  ///   be looked up.
  package func read<T>(
    as identity: Identity, at version: Int64? = nil, _ body: (Reading) throws -> T
  ) throws -> T {
    try Storage.refusing {
      try reading { connection in
        let now = clock()
        let known = try callers.caller(
          identity, on: now, at: joined == nil ? version : nil, from: connection)
        guard joined == nil else {
          return try body(
            Reading(connection, caller: known.caller, now: now, memory: memory.ofTransaction))
        }
        return try body(
          Reading(
            connection, caller: known.caller, now: now, memory: memory, openings: known.openings,
            latest: latest(version)))
      }
    }
  }

  /// Writes in one transaction, as somebody: all of it lands and is on the disk, or none of it.
  package func write<T>(as identity: Identity, _ body: (Writing) throws -> T) throws -> T {
    try Storage.refusing {
      try writing { try body(Writing($0, as: identity, of: self)) }
    }
  }

  /// Writes likewise, and answers with what is read once it has landed: meanwhile others may write.
  ///
  /// - Parameter answer: is told what the writing came to, and reads as whoever wrote.
  package func write<Written, T>(
    as identity: Identity, _ body: (Writing) throws -> Written,
    answer: (Written, Reading) throws -> T
  ) throws -> T {
    // What is part of something larger has not landed, and is read where it is.
    guard joined == nil else {
      return try write(as: identity) { try answer(body($0), $0) }
    }
    return try Storage.refusing {
      try database.write { connection in
        let writing = try Writing(connection, as: identity, of: self)
        return (try body(writing), by: writing.caller, at: writing.now)
      } answer: { landed, connection, version in
        let (written, caller, now) = landed
        return try answer(
          written,
          Reading(connection, caller: caller, now: now, memory: memory, latest: latest(version)))
      }
    }
  }

  /// The state of the data as it was known before, and how to ask for it now.
  private func latest(_ version: Int64?) -> (known: Int64, now: () -> Int64?)? {
    version.map { ($0, { try? database.version() }) }
  }

  /// Runs several requests in one transaction, against a hub that is bound to it. Nothing of them
  /// lands when `body` throws.
  package func together<T>(_ body: (Hub) throws -> T) throws -> T {
    if let joined {
      // Together within what is together already.
      return try joined.connection.savepoint { try body(self) }
    }
    return try Storage.refusing {
      try database.write { connection in
        var bound = self
        bound.joined = JoinedTransaction(connection)
        return try body(bound)
      }
    }
  }

  private func reading<T>(_ body: (Connection) throws -> T) throws -> T {
    if let joined { return try body(joined.connection) }
    return try database.read(body)
  }

  private func writing<T>(_ body: (Connection) throws -> T) throws -> T {
    if let joined { return try joined.connection.savepoint { try body(joined.connection) } }
    return try database.write(body)
  }
}

extension Writing {
  /// - Throws: `Refusal.invalid` when there is no such person.
  fileprivate convenience init(
    _ connection: Connection, as identity: Identity, of hub: Hub
  ) throws {
    let now = hub.clock()
    self.init(
      connection, caller: try Caller.load(identity, on: now, from: connection), now: now,
      memory: hub.memory.ofTransaction, randomBytes: hub.randomBytes)
  }
}

/// The connection of an open transaction, for those who take part in it.
struct JoinedTransaction: @unchecked Sendable {
  // Unchecked: a hub that is bound to it lives no longer than the transaction, on its thread.
  let connection: Connection

  init(_ connection: Connection) { self.connection = connection }
}

/// Who asks, before the hub has looked them up.
package enum Identity: Sendable, Hashable {
  case anonymous
  /// By handle, without the `@`.
  case person(String)
  /// By handle, through a credential that leaves out what only an admin may.
  case personWithoutAdmin(String)
  /// The hub itself, while it is being set up: may do everything.
  case founder
}
