import Glibc

/// Time that only goes forward, whatever is done to the clock on the wall.
package enum SteadyClock {
  /// In nanoseconds, from an origin of the system's.
  package static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}
