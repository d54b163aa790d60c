import Glibc
import HubHTTP
import Testing

@testable import HubServer

/// Connections by who has them.
@Suite struct OpenConnectionsTests {
  /// A connection from an address of IPv6, without a socket.
  private static func connection(from address: String) -> ClientConnection {
    let shared = SharedState(
      ServerSettings(address: .tcp(host: "::1", port: 0, exactly: true)), fields: Headers(),
      secureFields: Headers(), largestBody: { _ in 0 }, respond: { _ in .ready(.noContent()) },
      refuse: { problem, _ in problem.response }, log: { _ in })
    var socket = sockaddr_in6()
    socket.sin6_family = sa_family_t(AF_INET6)
    inet_pton(AF_INET6, address, &socket.sin6_addr)
    let peer = withUnsafePointer(to: &socket) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Peer($0) }
    }
    return ClientConnection(shared: shared, socket: -1, peer: peer, now: 0)
  }

  @Test func `a network of IPv6 has no more of them than an address`() {
    let open = OpenConnections()
    let several = (1...4).map { Self.connection(from: "2001:db8:1:2::\($0)") }
    #expect(several[0].peer.address == "2001:db8:1:2::1")
    #expect(several.map { open.add($0, limit: 3) } == [true, true, true, false])
    #expect(open.add(Self.connection(from: "2001:db8:1:3::1"), limit: 3))
    for connection in several[2...] { open.remove(connection) }
    #expect(open.add(Self.connection(from: "2001:db8:1:2::5"), limit: 3))
    #expect(!open.add(Self.connection(from: "2001:db8:1:2::6"), limit: 3))
  }
}
