import Glibc

/// A lock under which a thread can sleep until another one wakes it.
///
/// Whoever holds it must not ask for it again: that waits for ever.
package final class Lock: @unchecked Sendable {
  // Unchecked: the pointers never change, and what they point to is made to be shared.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
    pthread_mutex_init(mutex, nil)
    // A wall clock that is set would make a wait too long, or no wait at all.
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Runs the body while no other thread runs one.
  @inlinable package func held<Result>(_ body: () throws -> Result) rethrows -> Result {
    enter()
    defer { leave() }
    return try body()
  }

  @usableFromInline func enter() { pthread_mutex_lock(mutex) }
  @usableFromInline func leave() { pthread_mutex_unlock(mutex) }

  /// Lets others in until one of them wakes this thread. To be called within `held`, in a loop that
  /// asks whether what was waited for has come: a thread may awake without having been called.
  package func sleep() { pthread_cond_wait(condition, mutex) }

  /// The same, for as long as it is not later.
  ///
  /// - Parameter nanoseconds: a time of `SteadyClock`.
  /// - Returns: false once it is that late.
  @discardableResult package func sleep(until nanoseconds: UInt64) -> Bool {
    var time = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    return pthread_cond_timedwait(condition, mutex, &time) == 0
  }

  /// Wakes all that sleep, within `held` or without.
  package func wake() { pthread_cond_broadcast(condition) }

  /// Wakes one of those that sleep, within `held` or without.
  package func wakeOne() { pthread_cond_signal(condition) }
}
