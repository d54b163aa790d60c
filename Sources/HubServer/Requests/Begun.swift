import Synchronization

/// What was begun and has not been answered to its end. Once it is closed nothing more is begun, so
/// that nothing is done of which nobody is told.
final class Begun: Sendable {
  /// How many there are; from `closed` upwards once nothing more may be added.
  private let state = Atomic<Int>(0)
  private static let closed = Int.min

  /// Begins one more.
  /// - Returns: false where nothing may be begun any more.
  func enter() -> Bool {
    if state.add(1, ordering: .acquiringAndReleasing).newValue > 0 { return true }
    leave()
    return false
  }

  /// One is over.
  func leave() { state.subtract(1, ordering: .acquiringAndReleasing) }

  /// Lets none begin any more; to be done once.
  func close() { state.add(Self.closed, ordering: .acquiringAndReleasing) }

  /// Whether none may begin.
  var isClosed: Bool { state.load(ordering: .acquiring) < 0 }

  /// How many there are.
  var count: Int {
    let state = state.load(ordering: .acquiring)
    return state < 0 ? state - Self.closed : state
  }
}
