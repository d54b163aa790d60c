import HubHTTP

/// Where a request comes from, as far as anything is counted by it.
enum ClientAddress {
  /// Whether a request comes from whoever runs the machine: from the machine itself, or through its
  /// socket. A proxy on the machine speaks for others, whom it names.
  static func isNear(_ request: Request) -> Bool {
    guard !request.isForwarded else { return false }
    guard let address = request.remoteAddress else { return true }
    return ["127.0.0.1", "::1", "unix"].contains(address)
  }

  /// Who speaks at the other end, behind a proxy that this layer itself was told to trust.
  static func of(_ request: Request, _ settings: SignInSettings) -> String {
    let peer = request.remoteAddress ?? "unix"
    guard settings.trustedProxies.contains(peer) else { return Subscriber.of(peer) }
    // Each proxy adds at the end whom it was called by: the last one that is no proxy counts.
    let chain = (request.headers.joined("X-Forwarded-For") ?? "").split(separator: ",")
      .map { String($0.filter { $0 != " " && $0 != "\t" }) }
    return Subscriber.of(chain.last { !settings.trustedProxies.contains($0) } ?? peer)
  }
}
