import Foundation
import HubCrypto
package import HubModel
package import HubSQL

extension Hub {
  /// "HUB1": marks a file as a hub's database, so that no other program's is taken for one.
  static let applicationID: Int32 = 0x4855_4231

  /// Opens a database and brings it to this version's schema.
  ///
  /// - Parameters:
  ///   - create: whether to make the file when it is missing.
  ///   - readers: how many threads can read at a time.
  ///   - busyTimeout: how many milliseconds a write waits for another process's.
  /// - Throws: `Refusal.unavailable` that says what is wrong with the file.
  package static func open(
    _ path: String, create: Bool = false, readers: Int = 2, busyTimeout: Int32 = 5000,
    clock: @escaping @Sendable () -> Moment = Hub.systemClock,
    randomBytes: @escaping @Sendable (Int) -> [UInt8] = { RandomBytes.make($0) }
  ) throws -> Hub {
    try Storage.refusing {
      let database = try Database(
        path: path, readers: readers, mode: create || path == ":memory:" ? .create : .readWrite,
        busyTimeout: busyTimeout, applicationID: applicationID)
      let now = clock().milliseconds / 1000
      _ = try database.withWriter { try Migrator.apply(Schema.migrations, to: $0, now: now) }
      return Hub(database: database, clock: clock, randomBytes: randomBytes)
    }
  }

  /// How many threads of a service can read at a time: for each processor one of those that hold
  /// the connections, and one of those that work beside them.
  package static let serviceReaders = 2 * ProcessInfo.processInfo.activeProcessorCount

  /// Waits for a running write and lets go of the file.
  package func close() { database.close() }

  private static let start = ContinuousClock.now

  package static let sinceStart: @Sendable () -> Int64 = {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  package static let systemClock: @Sendable () -> Moment = {
    Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}

/// The numbered migrations that are embedded in the program.
package enum Schema {
  package static let migrations: [Migration] = Resource.list(under: "migrations").sorted()
    .compactMap { path in
      let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
      let parts = name.split(separator: "-", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[0]), let sql = Resource.text(path) else {
        return nil
      }
      return Migration(number: number, name: String(parts[1]), sql: sql)
    }
}
