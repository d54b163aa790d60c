import Synchronization

/// The answers that are being written piece by piece; there is a thread for each, so they are
/// counted.
final class OutgoingStreams: Sendable {
  /// A place among them, given back when nobody holds it any more.
  final class Slot: Sendable {
    private let streams: OutgoingStreams
    fileprivate init(_ streams: OutgoingStreams) { self.streams = streams }
    deinit { streams.state.withLock { $0.taken -= 1 } }
  }

  private struct State {
    var taken = 0
    var isClosed = false
    var open: [ObjectIdentifier: OutgoingStream] = [:]
  }

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  /// A place for one more, or nil where all are taken or the server stops.
  func slot() -> Slot? {
    let isFree = state.withLock { state in
      guard state.taken < limit, !state.isClosed else { return false }
      state.taken += 1
      return true
    }
    return isFree ? Slot(self) : nil
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
