import Glibc

/// Who is behind an address, as far as anything is counted by it.
package enum Subscriber {
  /// The address itself; of IPv6 the network of 64 bits that it is in, since one subscriber has
  /// every address in that.
  package static func of(_ address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    // What is no address is cut to the length of one: it is counted by, in memory.
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return String(address.prefix(45)) }
    // An IPv4 address as a socket of both families shows it.
    if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
      return bytes.suffix(4).map(String.init).joined(separator: ".")
    }
    let groups = stride(from: 0, to: 8, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return groups.map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }
}
