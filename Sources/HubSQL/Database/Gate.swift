import Glibc
import HubThreads

/// Lets so many threads in at a time, the others in their turn. A thread that is inside may enter
/// again at once.
///
/// More threads than the machine has processors only take turns in the middle of what they do:
/// all of them become slower, and each holds a connection and its memory meanwhile. Nobody waits
/// long, though: those inside may be held up themselves, such as by the other end of a slow line.
final class Gate: @unchecked Sendable {
  // Unchecked: `inside` is touched under `lock` only.
  private let lock = Lock()
  private var inside: [pthread_t: Int] = [:]
  private let most: Int
  /// How long a thread waits at most, in nanoseconds.
  private static let patience: UInt64 = 10_000_000

  init(most: Int) { self.most = most }

  func around<T>(_ body: () throws -> T) rethrows -> T {
    enter()
    defer { leave() }
    return try body()
  }

  private func enter() {
    let me = pthread_self()
    lock.held {
      if inside[me] == nil, inside.count >= most {
        let end = SteadyClock.nanoseconds + Self.patience
        while inside.count >= most, lock.sleep(until: end) {}
      }
      inside[me, default: 0] += 1
    }
  }

  private func leave() {
    let me = pthread_self()
    let isOut = lock.held {
      let left = inside[me, default: 1] - 1
      inside[me] = left == 0 ? nil : left
      return left == 0
    }
    if isOut { lock.wakeOne() }
  }
}
