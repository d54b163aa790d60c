import Glibc
import HubHTTP

/// Where a request comes from, as far as failures are counted by it.
enum ClientAddress {
  /// Who speaks at the other end, behind a proxy that this layer itself was told to trust.
  static func of(_ request: Request, _ settings: SignInSettings) -> String {
    let peer = request.remoteAddress ?? "unix"
    guard settings.trustedProxies.contains(peer) else { return group(peer) }
    // Each proxy adds at the end whom it was called by: the last one that is no proxy counts.
    let chain = (request.headers.joined("X-Forwarded-For") ?? "").split(separator: ",")
      .map { String($0.filter { $0 != " " && $0 != "\t" }) }
    return group(chain.last { !settings.trustedProxies.contains($0) } ?? peer)
  }

  /// An IPv6 network of 64 bits is one subscriber, who has every address in it.
  static func group(_ address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    // What is no address is cut to the length of one: failures are counted by it, in memory.
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return String(address.prefix(45)) }
    if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
      return bytes.suffix(4).map(String.init).joined(separator: ".")
    }
    return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
  }
}
