import HubSQL
import Synchronization

/// The keys of audiences by their ids, read once: an audience never changes and never goes.
final class KnownAudiences: Sendable {
  private let known = Mutex<[Int64: [AudienceKey]]>([:])
  private let others: KnownAudiences?
  private static let most = 100_000

  /// - Parameter others: what is known to others too, and to which nothing is added.
  init(over others: KnownAudiences? = nil) { self.others = others }

  /// Hands over the keys of each; one statement at most, for those that are not known yet.
  func forEach(
    _ audiences: [Int64], _ connection: Connection, _ body: (Int64, [AudienceKey]) -> Void
  ) throws {
    var missing = audiences
    for known in [others, self] {
      missing = known?.look(up: missing, body) ?? missing
    }
    guard !missing.isEmpty else { return }
    let read = try Audiences.keys(of: missing, connection)
    for (id, keys) in read { body(id, keys) }
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      for (id, keys) in read { known[id] = keys }
    }
  }

  /// Hands over the keys of those that are known, and answers the others.
  private func look(up audiences: [Int64], _ body: (Int64, [AudienceKey]) -> Void) -> [Int64] {
    known.withLock { known in
      audiences.filter { id in
        guard let keys = known[id] else { return true }
        body(id, keys)
        return false
      }
    }
  }
}
