import Glibc
import HubHTTP

/// The other end of a connection.
struct Peer: Sendable, Equatable {
  /// The other end of a Unix socket has no address; this stands for it in the log and in settings.
  static let unix = "unix"

  /// The address without the port.
  let address: String
  /// By whom its connections are counted.
  let subscriber: String

  init(_ sockaddr: UnsafePointer<sockaddr>?) {
    address = Peer.text(sockaddr) ?? Peer.unix
    subscriber = Subscriber.of(address)
  }

  private static func text(_ address: UnsafePointer<sockaddr>?) -> String? {
    guard let address else { return nil }
    let raw = UnsafeRawPointer(address)
    switch Int32(raw.loadUnaligned(as: sa_family_t.self)) {
    case AF_INET: return text(AF_INET, raw + 4)
    case AF_INET6:
      // An IPv4 address as a dual-stack socket shows it is written as what it is.
      let isMapped =
        (0..<10).allSatisfy { raw.load(fromByteOffset: 8 + $0, as: UInt8.self) == 0 }
        && (10..<12).allSatisfy { raw.load(fromByteOffset: 8 + $0, as: UInt8.self) == 0xFF }
      return isMapped ? text(AF_INET, raw + 20) : text(AF_INET6, raw + 8)
    default: return nil
    }
  }

  private static func text(_ family: Int32, _ bytes: UnsafeRawPointer) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
      guard let start = buffer.baseAddress,
        inet_ntop(family, bytes, start, socklen_t(INET6_ADDRSTRLEN)) != nil
      else { return nil }
      return String(cString: start)
    }
  }
}
