import Glibc
package import HubHTTP
import HubThreads
import Synchronization

/// Answers HTTP/1.1 on a socket, with libmicrohttpd's threads.
package final class Server: Sendable {
  private enum State {
    case new
    case running(Daemon, ListeningSocket, Acceptor, Watch)
    case stopped
  }

  private let shared: SharedState
  private let state = Mutex(State.new)

  /// - Parameters:
  ///   - fields: header fields that every answer has besides its own.
  ///   - secureFields: those that it also has where its caller came over TLS, to us or, by the word
  ///     of a trusted proxy, to that.
  ///   - largestBody: how many bytes of a body are worth reading, judged by the head of its request,
  ///     where that is fewer than the settings allow. Asked of requests that bring one.
  ///   - respond: answers a request. Called from several threads at once, each of which serves
  ///     other connections too: what may take a while goes into the work that it returns.
  ///   - refuse: writes the answer to what is refused before `respond` is asked; the request has
  ///     what had been read of it.
  ///   - log: told of every request that was begun, from the thread that served it.
  package init(
    _ settings: ServerSettings, fields: Headers = Headers(), secureFields: Headers = Headers(),
    largestBody: @escaping @Sendable (Request) -> Int = { _ in .max },
    respond: @escaping @Sendable (Request) -> Answer,
    refuse: @escaping @Sendable (Problem, Request) -> Response = { problem, _ in problem.response },
    log: @escaping @Sendable (ServedRequest) -> Void = { _ in }
  ) {
    shared = SharedState(
      settings, fields: fields, secureFields: secureFields, largestBody: largestBody,
      respond: respond, refuse: refuse, log: log)
  }

  /// Starts to listen and to answer. A broken connection, or a file that has reached the size the
  /// system allows, is then an error to whoever writes to it, and no longer a signal that ends the
  /// process.
  /// - Returns: where it listens.
  /// - Throws: `ServerError`.
  package func start() throws -> ServerAddress {
    try state.withLock { state in
      guard case .new = state else { throw ServerError.startedBefore }
      for deadly in [SIGPIPE, SIGXFSZ] { signal(deadly, SIG_IGN) }
      let settings = shared.settings
      let listener = try ListeningSocket.open(settings.address, isSecure: settings.tls != nil)
      do {
        let most = connections(settings)
        // A few more for each thread than there can be: they are never shared out quite evenly.
        let daemon = try Daemon(shared, connections: most + 64 * settings.connectionThreads)
        guard let watch = Watch(shared) else {
          daemon.stop()
          throw ServerError.system("pthread_create", errno: errno)
        }
        guard let acceptor = Acceptor(shared, daemon, listener, most: most) else {
          watch.stop()
          daemon.stop()
          throw ServerError.system("pthread_create", errno: errno)
        }
        state = .running(daemon, listener, acceptor, watch)
        return listener.address
      } catch {
        listener.close()
        throw error
      }
    }
  }

  /// Accepts no further connections, finishes the requests that were begun, as far as they arrive
  /// soon and are answered within the time of grace, closes all connections and returns. A handler
  /// that still runs then is waited for, and answers; a stream that is still being written is cut
  /// off. Nothing is begun that could not be answered.
  package func stop(graceSeconds: Double) {
    let running = state.withLock { state -> (Daemon, ListeningSocket, Acceptor, Watch)? in
      guard case .running(let daemon, let listener, let acceptor, let watch) = state else {
        return nil
      }
      state = .stopped
      return (daemon, listener, acceptor, watch)
    }
    guard let (daemon, listener, acceptor, watch) = running else { return }
    // First, so that whoever finds nobody listening any more finds every answer the last of its
    // connection.
    shared.stoppingSince.store(SteadyClock.nanoseconds, ordering: .relaxed)
    acceptor.stop()
    listener.close()
    wait(atMost: graceSeconds) { shared.underWay.load(ordering: .relaxed) == 0 }
    shared.begun.close()
    shared.streams.close()
    // No connection may sleep when the daemon stops.
    shared.workers.stop()
    // What was done is told, as far as somebody listens.
    wait(atMost: 2) { shared.begun.count == 0 }
    watch.stop()
    daemon.stop()
    wait(atMost: 5) { shared.streams.count == 0 }
  }

  private func wait(atMost seconds: Double, until isDone: () -> Bool) {
    let end = SteadyClock.nanoseconds + UInt64(max(0, seconds) * 1e9)
    while !isDone(), SteadyClock.nanoseconds < end { usleep(2000) }
  }

  /// How many connections there can be: each is an open file, and so is what answers them. Where
  /// the system allows fewer, callers wait for a connection, rather than answers for a file.
  private func connections(_ settings: ServerSettings) -> Int {
    let own = 4 * settings.threads + 2 * settings.limits.streams + 32
    return max(settings.threads, min(settings.limits.connections, openFiles() - own))
  }

  /// How many files may be open: as many as the system lets us, since the usual limit is for
  /// programs with few.
  private func openFiles() -> Int {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(resource, &limit) == 0 else { return Int.max }
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
    return Int(clamping: limit.rlim_cur)
  }
}
