import Synchronization

/// The connections that are open, and how many each address has.
final class Connections: Sendable {
  private struct State {
    var open: [ObjectIdentifier: Connection] = [:]
    var counts: [String: Int] = [:]
  }

  private let state = Mutex(State())

  /// Adds a connection that has opened.
  /// - Parameter limit: how many its address may have, or nil where they are not counted.
  /// - Returns: whether the address has no more than that.
  func add(_ connection: Connection, limit: Int?) -> Bool {
    state.withLock { state in
      state.open[ObjectIdentifier(connection)] = connection
      state.counts[connection.peer.address, default: 0] += 1
      guard let limit else { return true }
      return state.counts[connection.peer.address, default: 0] <= limit
    }
  }

  /// Removes a connection before its socket is closed.
  func remove(_ connection: Connection) {
    state.withLock { state in
      state.open[ObjectIdentifier(connection)] = nil
      let count = state.counts[connection.peer.address, default: 1] - 1
      state.counts[connection.peer.address] = count > 0 ? count : nil
    }
  }

  /// Shows every open connection; none can close its socket meanwhile.
  func forEach(_ body: (Connection) -> Void) {
    state.withLock { state in state.open.values.forEach(body) }
  }
}
