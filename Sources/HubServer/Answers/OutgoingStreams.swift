import Synchronization

/// The answers that are being written piece by piece; there is a thread for each, so they are
/// counted.
final class OutgoingStreams: Sendable {
  /// A place among them, given back when nobody holds it any more.
  final class Slot: Sendable {
    private let streams: OutgoingStreams
    private let subscriber: String
    fileprivate init(_ streams: OutgoingStreams, of subscriber: String) {
      (self.streams, self.subscriber) = (streams, subscriber)
    }
    deinit { streams.giveBack(subscriber) }
  }

  private struct State {
    var taken = 0
    var takenBy: [String: Int] = [:]
    var isClosed = false
    var open: [ObjectIdentifier: OutgoingStream] = [:]
  }

  private let limit: Int
  private let limitOfOne: Int
  private let state = Mutex(State())

  /// - Parameter limitOfOne: for one subscriber, so that nobody who reads slowly keeps the others
  ///   from reading.
  init(limit: Int, limitOfOne: Int) { (self.limit, self.limitOfOne) = (limit, limitOfOne) }

  /// A place for one more, or nil where all of them or those of the subscriber are taken, or the
  /// server stops.
  func slot(for subscriber: String) -> Slot? {
    let isFree = state.withLock { state in
      let own = state.takenBy[subscriber, default: 0]
      guard state.taken < limit, own < limitOfOne, !state.isClosed else { return false }
      state.taken += 1
      state.takenBy[subscriber] = own + 1
      return true
    }
    return isFree ? Slot(self, of: subscriber) : nil
  }

  private func giveBack(_ subscriber: String) {
    state.withLock { state in
      state.taken -= 1
      let own = state.takenBy[subscriber, default: 1] - 1
      state.takenBy[subscriber] = own > 0 ? own : nil
    }
  }

  /// How many threads may still be writing.
  var count: Int { state.withLock { $0.taken } }

  /// Adds one that may be read from now on.
  func add(_ stream: OutgoingStream) {
    let isLate = state.withLock { state in
      state.open[ObjectIdentifier(stream)] = stream
      return state.isClosed
    }
    if isLate { stream.close() }
  }

  /// Removes one that will not be read any more.
  func remove(_ stream: OutgoingStream) {
    state.withLock { $0.open[ObjectIdentifier(stream)] = nil }
  }

  /// Ends all of them unfinished, and lets none begin.
  func close() {
    let open = state.withLock { state in
      state.isClosed = true
      return Array(state.open.values)
    }
    for stream in open { stream.close() }
  }
}
