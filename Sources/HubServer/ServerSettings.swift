import Glibc

/// What a server is run with.
package struct ServerSettings: Sendable {
  /// Where it listens.
  package enum Address: Sendable, Equatable {
    /// A host by name or address (`127.0.0.1`, `::1`, `[::1]`, `localhost`; `*` is every address
    /// of both families) and a port; 0 lets the system choose one. Where the port need not be
    /// exactly this one, the next free of a hundred is taken.
    case tcp(host: String, port: UInt16, exactly: Bool)
    /// A socket file, with the permissions that say who may connect.
    case unix(path: String, mode: UInt32 = 0o660)
  }

  /// The files that TLS needs, in PEM.
  package struct TLS: Sendable, Equatable {
    /// The certificate, followed by those that vouch for it.
    package var certificatePath: String
    package var keyPath: String

    package init(certificatePath: String, keyPath: String) {
      self.certificatePath = certificatePath
      self.keyPath = keyPath
    }
  }

  /// The field in which trusted proxies name the client. Only one is read: a proxy passes on the
  /// field that it does not write as the client sent it.
  package enum ForwardedField: Sendable, Equatable {
    case xForwardedFor
    /// RFC 7239.
    case forwarded
  }

  package var address: Address
  /// How many threads read requests and send answers.
  package var connectionThreads: Int
  /// How many threads make answers that are work, at most; and how many, those that wait for the
  /// disk, for which there are more than cores.
  package var threads: Int
  package var tls: TLS?
  package var limits: ServerLimits
  /// The addresses of proxies that are believed about whom they speak for; `unix` is the other
  /// end of a Unix socket.
  package var trustedProxies: [String]
  package var forwardedField: ForwardedField
  /// Whether every caller comes over TLS, though not to us: to what stands before us.
  package var isBehindTLS = false

  /// How many processors this machine has.
  package static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  package init(
    address: Address, threads: Int = 8, connectionThreads: Int = ServerSettings.processors,
    tls: TLS? = nil, limits: ServerLimits = ServerLimits(),
    trustedProxies: [String] = [], forwardedField: ForwardedField = .xForwardedFor
  ) {
    self.address = address
    self.threads = threads
    self.connectionThreads = connectionThreads
    self.tls = tls
    self.limits = limits
    self.trustedProxies = trustedProxies
    self.forwardedField = forwardedField
  }
}
