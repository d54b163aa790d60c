import Glibc

extension ListeningSocket {
  /// How many ports are tried where the one that was asked for is taken.
  private static let attempts = 100

  static func tcp(
    _ host: String, _ port: UInt16, exactly: Bool, isSecure: Bool
  ) throws -> ListeningSocket {
    let last = exactly || port == 0 ? Int(port) : min(Int(port) + attempts - 1, Int(UInt16.max))
    var next = Int(port)
    while true {
      do {
        return try tcp(host, UInt16(next), isSecure: isSecure)
      } catch ServerError.inUse where next < last {
        next += 1
      }
    }
  }

  private static func tcp(
    _ host: String, _ port: UInt16, isSecure: Bool
  ) throws -> ListeningSocket {
    let name = bare(host)
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var addresses: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(name == "*" ? "::" : name, String(port), &hints, &addresses) == 0,
      let first = addresses
    else { throw ServerError.unknownHost(host) }
    defer { freeaddrinfo(addresses) }
    guard let sockaddr = first.pointee.ai_addr else { throw ServerError.unknownHost(host) }

    let descriptor = try make(first.pointee.ai_family)
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
    if first.pointee.ai_family == AF_INET6 {
      // Every address of both families where all were asked for; otherwise what was named.
      var only: Int32 = name == "*" || name == "::" ? 0 : 1
      setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &only, size)
    }
    try listen(
      descriptor, at: sockaddr, length: first.pointee.ai_addrlen, name: "\(host):\(port)")
    return ListeningSocket(
      descriptor: descriptor,
      address: .tcp(
        host: name == "*" ? "::" : name, port: boundPort(descriptor) ?? port, isSecure: isSecure))
  }

  /// The host without the brackets that an IPv6 address has in a URL.
  private static func bare(_ host: String) -> String {
    host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
  }

  private static func boundPort(_ descriptor: Int32) -> UInt16? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutableBytes(of: &storage) { bytes -> UInt16? in
      guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
        getsockname(descriptor, address, &length) == 0
      else { return nil }
      // The port stands at the same place in the addresses of both families.
      return bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self).bigEndian
    }
  }
}
