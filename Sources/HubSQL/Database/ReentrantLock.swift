import Glibc
import HubThreads
import Synchronization

/// A lock that the thread which holds it may enter again, as a read inside a write does where one
/// connection serves both.
final class ReentrantLock: Sendable {
  private let lock = Lock()
  /// The thread that is inside; 0 where none is.
  private let owner = Atomic<pthread_t>(0)

  /// Runs `body` while no other thread is inside.
  func held<T>(_ body: () throws -> T) rethrows -> T {
    // Only this thread writes this thread's name here: if it stands here, we are inside.
    let me = pthread_self()
    if owner.load(ordering: .relaxed) == me { return try body() }
    return try lock.held {
      owner.store(me, ordering: .relaxed)
      defer { owner.store(0, ordering: .relaxed) }
      return try body()
    }
  }
}
