import Glibc
import HubHTTP
import HubThreads

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

  /// What the system tells of an end that sends no more (`POLLRDHUP`).
  private static let sendsNoMore: Int16 = 0x2000

  /// Whether the answer would still be sent, and taken: asked by whoever makes it, from any thread.
  ///
  /// A caller who has left and one who has said all and listens look the same, until something is
  /// sent to them: they are believed for a while.
  /// - Parameter began: when the request did, in nanoseconds of `SteadyClock`.
  func isAwaited(since began: UInt64) -> Bool {
    guard !shared.begun.isClosed else { return false }
    let patience = shared.settings.limits.silentSeconds * 1e9
    let isOld = Double(SteadyClock.nanoseconds - began) > patience
    return shared.connections.isOpen(self) { [socket] in
      var descriptor = pollfd(fd: socket, events: isOld ? Self.sendsNoMore : 0, revents: 0)
      return poll(&descriptor, 1, 0) <= 0
    }
  }

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
