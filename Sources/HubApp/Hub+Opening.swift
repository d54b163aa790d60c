import Foundation
import HubCrypto
package import HubModel
import HubSQL

extension Hub {
  /// "HUB1": marks a file as a hub's database, so that no other program's is taken for one.
  static let applicationID: Int32 = 0x4855_4231

  /// Opens a database and brings it up to this version of the program.
  ///
  /// - Parameters:
  ///   - create: whether to make the file when it is missing.
  ///   - forReading: whether its bytes are left as they are. So they are where nothing can be
  ///     written, whatever is asked for.
  ///   - readers: how many threads can read at a time.
  ///   - busyTimeout: how many milliseconds a write waits for another process's.
  ///   - schema: what the program knows of such files.
  ///   - keepsCopy: whether the file of an earlier version is kept as it was, beside this one.
  ///   - report: told what is done to such a file.
  /// - Throws: `Refusal.unavailable` that says what is wrong with the file; `databaseOutdated` for
  ///   one of an earlier version that can only be read.
  package static func open(
    _ path: String, create: Bool = false, forReading: Bool = false, readers: Int = 2,
    busyTimeout: Int32 = 5000,
    schema: Schema = .current, keepsCopy: Bool = true,
    clock: @escaping @Sendable () -> Moment = Hub.systemClock,
    randomBytes: @escaping @Sendable (Int) -> [UInt8] = { RandomBytes.make($0) },
    report: @escaping (Update.Event) -> Void = { _ in }
  ) throws -> Hub {
    try Storage.refusing {
      let database = try Database(
        path: path, readers: readers,
        mode: create || path == ":memory:" ? .create : forReading ? .reading : .readWrite,
        busyTimeout: busyTimeout, applicationID: applicationID)
      let hub = Hub(database: database, schema: schema, clock: clock, randomBytes: randomBytes)
      do {
        let update = Update(hub: hub, path: path, keepsCopy: keepsCopy, report: report)
        if database.isForReading { try update.requireNone() } else { try update.run() }
      } catch {
        database.close()
        throw error
      }
      return hub
    }
  }

  /// How many threads of a service can read at a time: for each processor one of those that hold
  /// the connections, and one of those that work beside them.
  package static let serviceReaders = 2 * ProcessInfo.processInfo.activeProcessorCount

  /// Waits for a running write and lets go of the file.
  package func close() { database.close() }

  /// Finds out whether what is written now is found again.
  ///
  /// - Throws: `Refusal.unavailable` where the file was removed, moved or replaced.
  package func requireInPlace() throws { try Storage.refusing { try database.requireInPlace() } }

  /// - Throws: `Refusal.unavailable` where the file can only be read.
  package func requireWritable() throws {
    if database.isForReading { throw Refusal.unavailable(Fault("databaseReadOnly")) }
  }

  private static let start = ContinuousClock.now

  package static let sinceStart: @Sendable () -> Int64 = {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  package static let systemClock: @Sendable () -> Moment = {
    Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
