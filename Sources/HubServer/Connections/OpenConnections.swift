import Synchronization

/// The connections that are open, and how many each subscriber has.
final class OpenConnections: Sendable {
  private struct State {
    var open: [ObjectIdentifier: ClientConnection] = [:]
    var counts: [String: Int] = [:]
    /// How many were handed over and have not been seen open yet.
    var expected = 0
  }

  private let state = Mutex(State())

  /// How many are open, or expected to be.
  var count: Int { state.withLock { $0.open.count + $0.expected } }

  /// One will open, or be forgotten.
  func expect() { state.withLock { $0.expected += 1 } }

  /// One that was expected will not open.
  func forget() { state.withLock { $0.expected = max(0, $0.expected - 1) } }

  /// None of those that were expected will open any more.
  func forgetAll() { state.withLock { $0.expected = 0 } }

  /// Adds a connection that has opened.
  /// - Parameter limit: how many its subscriber may have, or nil where they are not counted.
  /// - Returns: whether the subscriber has no more than that.
  func add(_ connection: ClientConnection, limit: Int?) -> Bool {
    state.withLock { state in
      state.expected = max(0, state.expected - 1)
      state.open[ObjectIdentifier(connection)] = connection
      state.counts[connection.peer.subscriber, default: 0] += 1
      guard let limit else { return true }
      return state.counts[connection.peer.subscriber, default: 0] <= limit
    }
  }

  /// Removes a connection before its socket is closed.
  func remove(_ connection: ClientConnection) {
    state.withLock { state in
      state.open[ObjectIdentifier(connection)] = nil
      let count = state.counts[connection.peer.subscriber, default: 1] - 1
      state.counts[connection.peer.subscriber] = count > 0 ? count : nil
    }
  }

  /// Whether a connection is open and fares as it should; it cannot close its socket meanwhile.
  func isOpen(_ connection: ClientConnection, _ isWell: () -> Bool) -> Bool {
    state.withLock { $0.open[ObjectIdentifier(connection)] != nil && isWell() }
  }

  /// Shows every open connection; none can close its socket meanwhile.
  func forEach(_ body: (ClientConnection) -> Void) {
    state.withLock { state in state.open.values.forEach(body) }
  }
}
