/// Where a server listens.
package enum ServerAddress: Sendable, Equatable {
  /// `isSecure`: over TLS.
  case tcp(host: String, port: UInt16, isSecure: Bool)
  case unix(path: String)

  /// The address as a URL; a Unix socket has `unix:` and its path.
  package var url: String {
    switch self {
    case .tcp(let host, let port, let isSecure):
      let name = host.contains(":") ? "[\(host)]" : host
      return "\(isSecure ? "https" : "http")://\(name):\(port)"
    case .unix(let path): return "unix:\(path)"
    }
  }
}
