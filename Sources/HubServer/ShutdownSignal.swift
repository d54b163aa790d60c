import Glibc

/// Waits for SIGTERM or SIGINT, so that a service can finish what it has begun.
///
/// Made on the main thread before any other thread starts: the signals are held back from all
/// threads and go to whoever waits.
package struct ShutdownSignal: Sendable {
  /// Holds SIGTERM and SIGINT back from now on.
  package init() {
    var signals = ShutdownSignal.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Returns once one of them has come. After that a second one ends the process at once, for the
  /// impatient.
  @discardableResult package func wait() -> Int32 {
    var signals = ShutdownSignal.signals
    var received: Int32 = 0
    while sigwait(&signals, &received) != 0 {}
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    return received
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    return set
  }
}
