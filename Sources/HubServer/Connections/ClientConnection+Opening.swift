import HubHTTP
import HubThreads
import Synchronization

extension ClientConnection {
  /// Counts the connection, and turns it away where its address has too many.
  func open() {
    let isCounted = peer.address != Peer.unix && !shared.isTrusted(peer)
    let limit = isCounted ? shared.settings.limits.connectionsPerAddress : nil
    if shared.connections.add(self, limit: limit) { return }
    var problem = Problem(.tooManyRequests, code: "tooManyConnections")
    problem.headers.add("Retry-After", "5")
    guard phase.enter(Phase(.cutOff, at: SteadyClock.nanoseconds)) else { return }
    cutOff(with: problem)
    shared.logRefusal(of: self, status: problem.status)
  }

  /// The socket is about to be closed.
  func close() { shared.connections.remove(self) }

  /// Gives the connection up where its request is late, or nobody takes its answer. Called from the
  /// thread that watches.
  func cutOffIfLate(at now: UInt64) {
    let seen = phase.now
    let limits = shared.settings.limits
    if seen.step == .receiving, isServerTired(at: now) {
      guard phase.replace(seen, with: Phase(.cutOff, at: now)) else { return }
      return cutOff(with: SharedState.stopping)
    }
    let allowed: Double
    switch seen.step {
    case .waiting: allowed = limits.requestSeconds + Double(limits.idleSeconds)
    case .receiving: allowed = limits.requestSeconds
    case .sending: allowed = limits.readerSeconds
    case .answering, .cutOff: return
    }
    guard Double(now / 1_000_000) - Double(seen.since) > allowed * 1000,
      phase.replace(seen, with: Phase(.cutOff, at: now))
    else { return }
    // In the middle of an answer there is nothing more to say.
    guard seen.step != .sending else { return RawAnswer.end(socket) }
    cutOff(with: Problem(.requestTimeout, code: "requestTimeout"))
  }

  /// Whether the server has been waiting long enough for what is still to arrive before it stops.
  private func isServerTired(at now: UInt64) -> Bool {
    let since = shared.stoppingSince.load(ordering: .relaxed)
    guard since > 0, now > since else { return false }
    return Double(now - since) > shared.settings.limits.stoppingSeconds * 1e9
  }

  /// Sends a refusal past libmicrohttpd, which answers only between requests, and ends the
  /// connection. To be called by whoever moved `phase` to `.cutOff`.
  ///
  /// - Parameter request: what had been read of it; nothing where another thread reads it.
  func cutOff(with problem: Problem, to request: Request = Request(.get, "")) {
    // Inside TLS we cannot speak past libmicrohttpd: there the connection just ends.
    if shared.settings.tls == nil {
      var response = shared.refuse(problem, request)
      for field in shared.fields.fields { response.headers.add(field.name, field.value) }
      if !request.id.isEmpty { response.headers.add("X-Request-Id", request.id) }
      RawAnswer.send(response, to: socket)
    }
    RawAnswer.end(socket)
  }
}
