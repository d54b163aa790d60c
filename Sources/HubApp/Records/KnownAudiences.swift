import HubSQL
import Synchronization

/// The keys of audiences by their ids, read once: an audience never changes and never goes.
final class KnownAudiences: Sendable {
  private let known = Mutex<[Int64: [AudienceKey]]>([:])
  private static let most = 100_000

  /// The keys of each; one statement at most, for those that are not known yet.
  func keys(of audiences: Set<Int64>, _ connection: Connection) throws -> [Int64: [AudienceKey]] {
    var keys: [Int64: [AudienceKey]] = [:]
    known.withLock { known in for id in audiences { keys[id] = known[id] } }
    guard keys.count < audiences.count else { return keys }
    let missing = audiences.filter { keys[$0] == nil }.sorted()
    var read: [Int64: [AudienceKey]] = [:]
    try connection.forEach("SELECT id, keys FROM audiences WHERE id IN (\(list: missing))") {
      read[$0.int64(0)] = $0.string(1).split(separator: " ").map { AudienceKey(word: $0) }
      return true
    }
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known.merge(read) { $1 }
    }
    return keys.merging(read) { $1 }
  }
}
