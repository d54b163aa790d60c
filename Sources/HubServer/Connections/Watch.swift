import Glibc
import HubThreads
import Synchronization

/// Looks at all connections now and then, and ends those whose requests are late and those whose
/// answers nobody takes. libmicrohttpd ends those without traffic; for a caller who sends or takes a
/// byte every second it would wait for ever.
final class Watch: Sendable {
  private let shared: SharedState
  /// Closed on our side to stop the thread, which closes the other.
  private let stopping: Int32

  /// Starts to watch; nil where the system refuses.
  init?(_ shared: SharedState) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.shared = shared
    stopping = ends[1]
    let stopped = ends[0]
    let interval = Watch.interval(shared.settings.limits)
    let isStarted = BackgroundThread.start {
      Watch.run(shared, every: interval, until: stopped)
    }
    guard isStarted else {
      Glibc.close(ends[0])
      Glibc.close(ends[1])
      return nil
    }
  }

  /// Stops watching.
  func stop() { Glibc.close(stopping) }

  private static func run(_ shared: SharedState, every milliseconds: Int32, until stopped: Int32) {
    var descriptor = pollfd(fd: stopped, events: Int16(POLLIN), revents: 0)
    while poll(&descriptor, 1, milliseconds) <= 0 {
      let now = SteadyClock.nanoseconds
      shared.connections.forEach { $0.cutOffIfLate(at: now) }
    }
    Glibc.close(stopped)
  }

  /// Often enough that nobody has much more time than they should, in milliseconds.
  private static func interval(_ limits: ServerLimits) -> Int32 {
    Int32(min(1000, max(20, min(limits.requestSeconds, limits.readerSeconds) * 1000 / 8)))
  }
}
