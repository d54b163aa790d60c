import Glibc
import HubThreads
import Synchronization

/// Takes the connections that come in and hands them to libmicrohttpd's threads in turn. Where
/// these take them by themselves, the first to wake gets all that wait, and the others none.
final class Acceptor: @unchecked Sendable {
  // Unchecked: what changes is guarded by `lock`; the rest belongs to the thread.
  private let shared: SharedState
  private let daemon: Daemon
  private let listener: ListeningSocket
  private let most: Int
  /// Closed on our side to stop the thread, which closes the other.
  private let stopping: Int32
  private let stopped: Int32
  private let lock = Lock()
  private var isOver = false

  /// Starts to accept; nil where the system refuses.
  ///
  /// - Parameter most: how many connections are open at once; further ones wait.
  init?(_ shared: SharedState, _ daemon: Daemon, _ listener: ListeningSocket, most: Int) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.shared = shared
    self.daemon = daemon
    self.listener = listener
    self.most = most
    (stopped, stopping) = (ends[0], ends[1])
    guard BackgroundThread.start({ self.run() }) else {
      for end in ends { Glibc.close(end) }
      return nil
    }
  }

  /// Accepts no more, and returns once that is so.
  func stop() {
    Glibc.close(stopping)
    lock.held { while !isOver { lock.sleep() } }
  }

  private func run() {
    var refusals = 0
    while wait(for: listener.descriptor, atMost: -1) {
      if shared.connections.count < most, accept() {
        refusals = 0
        continue
      }
      // One may close at any time, and so may a file that somebody else has open. What was handed
      // over a second ago has opened, or been lost.
      refusals += 1
      if refusals % 50 == 0 { shared.connections.forgetAll() }
      guard wait(for: -1, atMost: 20) else { break }
    }
    Glibc.close(stopped)
    lock.held {
      isOver = true
      lock.wake()
    }
  }

  /// Whether to go on.
  private func wait(for descriptor: Int32, atMost milliseconds: Int32) -> Bool {
    var awaited = [
      pollfd(fd: stopped, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&awaited, 2, milliseconds)
    return awaited[0].revents == 0
  }

  /// Takes one connection.
  /// - Returns: false where the system has no file or memory for it now.
  private func accept() -> Bool {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &address) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        let socket = Glibc.accept(listener.descriptor, address, &length)
        guard socket >= 0 else {
          // Gone again before we came, or interrupted: others may wait all the same.
          return [EAGAIN, EINTR, ECONNABORTED, EPROTO].contains(errno)
        }
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        shared.connections.expect()
        if !daemon.add(socket, from: address, length) { shared.connections.forget() }
        return true
      }
    }
  }
}
