import Synchronization

/// Which audiences of a hub somebody belongs to, by their ids, as far as it was asked. An audience
/// never changes; what the caller is does, and then there is another one of these.
final class KnownOpenings: Sendable {
  private let known = Mutex<[Int64: Bool]>([:])
  private static let most = 10_000

  var all: [Int64: Bool] { known.withLock { $0 } }

  func add(_ openings: [Int64: Bool]) {
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known.merge(openings) { _, new in new }
    }
  }
}
