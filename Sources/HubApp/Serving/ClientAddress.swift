import HubHTTP

/// Where a request comes from, as far as failures are counted by it.
enum ClientAddress {
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
