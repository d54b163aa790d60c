import HubHTTP

/// One connection with what is known of the request on it. libmicrohttpd serves a connection from
/// one thread only; what another thread may look at is immutable, or `phase`.
final class ClientConnection: @unchecked Sendable {
  let shared: SharedState
  let socket: Int32
  let peer: Peer
  let phase: Phase.Shared
  /// The request that is being read or answered. One thread only: no need to check at run time
  /// that no two use it at once.
  @exclusivity(unchecked) var exchange: Exchange
  @exclusivity(unchecked) private var ids: RequestIDs

  init(shared: SharedState, socket: Int32, peer: Peer, now: UInt64) {
    self.shared = shared
    self.socket = socket
    self.peer = peer
    phase = Phase.Shared(Phase(.waiting, at: now))
    exchange = Exchange(started: now)
    ids = RequestIDs()
  }

  /// An identity for the request that is being read.
  func nextID() -> String { ids.next() }

  /// What is known of the request, as far as it was read.
  func request(body: [UInt8] = []) -> Request {
    var request = Request(
      exchange.method ?? .get, exchange.path, headers: exchange.head.headers, body: body,
      id: exchange.id, remoteAddress: exchange.remoteAddress ?? peer.address)
    request.isFromProxy = shared.isTrusted(peer)
    request.isForwarded = exchange.head.isForwarded
    return request
  }
}
