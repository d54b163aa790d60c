import Glibc
import Synchronization

/// What one thread waits for and another opens, so that a test knows what has happened and does
/// not guess how long it takes.
final class Gate: Sendable {
  private let state = Mutex(false)

  var isOpen: Bool { state.withLock { $0 } }

  func open() { state.withLock { $0 = true } }

  /// Whether it is opened, after a while at most: so that a test fails and does not hang.
  @discardableResult func wait() -> Bool {
    for _ in 0..<20_000 where !isOpen { usleep(1000) }
    return isOpen
  }
}
