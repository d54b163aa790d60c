import Glibc

/// Lets so many threads in at a time, the others in their turn. A thread that is inside may enter
/// again at once.
///
/// More threads than the machine has processors only take turns in the middle of what they do:
/// all of them become slower, and each holds a connection and its memory meanwhile. Nobody waits
/// long, though: those inside may be held up themselves, such as by the other end of a slow line.
final class Gate: @unchecked Sendable {
  // Unchecked: everything is touched under `mutex` only.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let freed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var inside: [pthread_t: Int] = [:]
  private let most: Int
  /// How long a thread waits at most, in nanoseconds.
  private static let patience = 10_000_000

  init(most: Int) {
    self.most = most
    pthread_mutex_init(mutex, nil)
    // A wall clock that is set back would make the wait a long one.
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(freed, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(freed)
    pthread_mutex_destroy(mutex)
    freed.deallocate()
    mutex.deallocate()
  }

  func around<T>(_ body: () throws -> T) rethrows -> T {
    enter()
    defer { leave() }
    return try body()
  }

  private func enter() {
    let me = pthread_self()
    pthread_mutex_lock(mutex)
    if inside[me] == nil, inside.count >= most {
      var end = Self.now(after: Self.patience)
      var result: Int32 = 0
      while inside.count >= most, result == 0 {
        result = pthread_cond_timedwait(freed, mutex, &end)
      }
    }
    inside[me, default: 0] += 1
    pthread_mutex_unlock(mutex)
  }

  private func leave() {
    let me = pthread_self()
    pthread_mutex_lock(mutex)
    let left = inside[me, default: 1] - 1
    inside[me] = left == 0 ? nil : left
    pthread_mutex_unlock(mutex)
    if left == 0 { pthread_cond_signal(freed) }
  }

  private static func now(after nanoseconds: Int) -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    time.tv_nsec += nanoseconds
    time.tv_sec += time.tv_nsec / 1_000_000_000
    time.tv_nsec %= 1_000_000_000
    return time
  }
}
