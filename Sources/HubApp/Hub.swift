package import HubModel
package import HubSQL

/// The one value that is handed around: where the data is, what time it is, who the hub is.
package struct Hub: Sendable {
  package let database: Database
  /// Now. Tests and demonstrations fix it.
  package var clock: @Sendable () -> Moment
  /// Random bytes; tests make them predictable.
  package var randomBytes: @Sendable (Int) -> [UInt8]

  package init(
    database: Database, clock: @escaping @Sendable () -> Moment,
    randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.database = database
    self.clock = clock
    self.randomBytes = randomBytes
  }

  /// Reads in one snapshot, as somebody.
  package func read<T>(as identity: Identity, _ body: (Reading) throws -> T) throws -> T {
    try Storage.refusing {
      try database.read { connection in
        let now = clock()
        let caller = try Caller.load(identity, on: now, from: connection)
        return try body(Reading(connection, caller: caller, now: now))
      }
    }
  }

  /// Writes in one transaction, as somebody: all of it lands and is on the disk, or none of it.
  package func write<T>(as identity: Identity, _ body: (Writing) throws -> T) throws -> T {
    try Storage.refusing {
      try database.write { connection in
        let now = clock()
        let caller = try Caller.load(identity, on: now, from: connection)
        return try body(
          Writing(connection, caller: caller, now: now, randomBytes: randomBytes))
      }
    }
  }
}

/// Who asks, before the hub has looked them up.
package enum Identity: Sendable, Hashable {
  case anonymous
  /// By handle, without the `@`.
  case person(String)
  /// The hub itself, while it is being set up: may do everything.
  case founder
}
