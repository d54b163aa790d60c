import CMicroHTTPD
import HubHTTP
import HubThreads
import Synchronization

extension ClientConnection {
  /// The request line has been read.
  func begin(target: UnsafeBufferPointer<UInt8>) {
    let now = SteadyClock.nanoseconds
    exchange.started = now
    exchange.isBegun = true
    exchange.id = nextID()
    _ = phase.enter(Phase(.receiving, at: now))
    shared.underWay.add(1, ordering: .relaxed)

    let end = target.firstIndex(of: UInt8(ascii: "?")) ?? target.count
    let path = RequestTarget.path(UnsafeBufferPointer(rebasing: target[..<end]))
    exchange.isTargetMalformed = path == nil || !RequestTarget.isPrintable(target)
    exchange.path = path ?? ""
    if end < target.count { exchange.query = Array(target[(end + 1)...]) }
    exchange.target = UnsafeRawBufferPointer(target)
  }

  /// The header fields have been read: refuses the request now, before its body, or reads on.
  func receiveHead(
    _ method: UnsafeBufferPointer<UInt8>, _ version: UnsafeBufferPointer<UInt8>,
    on handle: OpaquePointer
  ) -> MHD_Result {
    exchange.hasHead = true
    exchange.method = Method(String(decoding: method, as: UTF8.self))
    let isFromProxy = shared.isTrusted(peer)
    readFields(of: handle, behind: method, version, fromProxy: isFromProxy)
    if isFromProxy { believeProxy() }
    guard phase.now.step != .cutOff else { return .NO }
    let isOld = version.last == UInt8(ascii: "0")
    guard let problem = headProblem(isMethod: FieldSyntax.isToken(method), isOld: isOld) else {
      if case .length(let length) = exchange.head.framing {
        exchange.body.reserveCapacity(min(length, 64 * 1024))
      }
      return .YES
    }
    guard phase.enter(Phase(.answering, at: exchange.started)) else { return .NO }
    return answer(shared.refuse(problem, request()), on: handle, keepsOpen: false)
  }

  /// Takes a piece of the body.
  func receive(_ piece: UnsafeRawBufferPointer) -> MHD_Result {
    let limits = shared.settings.limits
    // Only a body in chunks may be too large here: the length of others is known before.
    guard exchange.received + piece.count <= exchange.largestBody else {
      return giveUp(Problem(.contentTooLarge, code: "bodyTooLarge"))
    }
    exchange.received += piece.count
    guard shared.bodies.add(piece.count, ordering: .relaxed).newValue <= limits.bodiesBytes else {
      var problem = Problem(.unavailable, code: "tooManyBodies")
      problem.headers.add("Retry-After", "5")
      return giveUp(problem)
    }
    exchange.body += piece
    return .YES
  }

  /// Refuses a request in the middle of its body.
  private func giveUp(_ problem: Problem) -> MHD_Result {
    guard phase.enter(Phase(.cutOff, at: exchange.started)) else { return .NO }
    exchange.body = []
    exchange.status = problem.status
    cutOff(with: problem, to: request())
    return .NO
  }

  /// The request is there, whole: answers it.
  func respond(on handle: OpaquePointer) -> MHD_Result {
    guard phase.enter(Phase(.answering, at: exchange.started)) else { return .NO }
    if let response = exchange.response { return answer(response, on: handle) }
    var request = request(body: exchange.body)
    exchange.body = []
    if let encoded = exchange.query {
      guard let query = Query(encoded: encoded) else {
        let problem = Problem(.badRequest, code: "malformedQuery")
        return answer(shared.refuse(problem, request), on: handle)
      }
      request.query = query
    }
    guard shared.begun.enter() else {
      return answer(shared.refuse(SharedState.stopping, request), on: handle)
    }
    exchange.isEntered = true
    request.isAwaited = { [self, began = exchange.started] in isAwaited(since: began) }
    switch shared.respond(request) {
    case .ready(let response): return answer(response, on: handle)
    case .work(let make): respond(on: handle, with: make)
    case .wait(let make): respond(on: handle, with: make, sleeping: true)
    }
    return .YES
  }

  /// Lets a worker answer. The connection sleeps meanwhile, and nobody else looks at the exchange;
  /// then libmicrohttpd asks for the answer once more.
  private func respond(
    on handle: OpaquePointer, with make: @escaping @Sendable () -> Response,
    sleeping: Bool = false
  ) {
    MHD_suspend_connection(handle)
    let suspended = Suspended(handle: handle)
    shared.workers.run(sleeps: sleeping) { [self] in
      exchange.response = make()
      MHD_resume_connection(suspended.handle)
    }
  }

  /// The request is over, however it ended: logs it, and makes ready for the next.
  func complete(status: Int, isComplete: Bool) {
    guard exchange.isBegun else { return }
    let now = SteadyClock.nanoseconds
    var sent = exchange.status
    if sent == nil, phase.now.step == .cutOff { sent = Status.requestTimeout.rawValue }
    if sent == nil, status > 0 { sent = status }
    let served = ServedRequest(
      id: exchange.id, method: exchange.method, path: exchange.path, status: sent,
      bytes: exchange.stream?.bytes ?? exchange.bytes,
      seconds: Double(now - exchange.started) / 1e9,
      remoteAddress: exchange.remoteAddress ?? peer.address, isComplete: isComplete)
    if exchange.isEntered { shared.begun.leave() }
    if exchange.received > 0 { shared.bodies.subtract(exchange.received, ordering: .relaxed) }
    exchange = Exchange(started: now)
    _ = phase.enter(Phase(.waiting, at: now))
    shared.underWay.subtract(1, ordering: .relaxed)
    shared.log(served)
  }
}

/// A connection that sleeps, for the thread that is to wake it.
private struct Suspended: @unchecked Sendable {
  // Unchecked: libmicrohttpd lets any thread wake it, and keeps it until one has.
  let handle: OpaquePointer
}
