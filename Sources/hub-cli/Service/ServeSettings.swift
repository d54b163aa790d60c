import HubApp
import HubConsole
import HubServer

/// What `hub serve` was asked for.
struct ServeSettings {
  var server: ServerSettings
  var signIn = SignInSettings()
  var pace = PaceSettings()
  let logs: Bool

  init(_ call: Invocation) throws {
    let listen = try Self.address(call)
    server = ServerSettings(address: listen, threads: call.number("threads") ?? 32)
    server.limits.bodyBytes = API.largestBody
    switch (call.text("tls-cert"), call.text("tls-key")) {
    case (let certificate?, let key?):
      server.tls = .init(certificatePath: certificate, keyPath: key)
    case (nil, nil): break
    default: throw WrongUsage("usage.tlsNeedsBoth")
    }
    let proxies = call.values.texts("trusted-proxy")
    server.trustedProxies = proxies
    signIn.trustedProxies = Set(proxies)
    signIn.personHeader = call.text("person-header")
    if let text = call.text("origin") {
      guard let address = PublicAddress(text) else {
        throw WrongUsage("usage.origin", ["value": text])
      }
      signIn.address = address
    }
    server.isBehindTLS = signIn.address?.origin.hasPrefix("https://") ?? false
    signIn.isSecure = server.tls != nil || server.isBehindTLS
    if signIn.personHeader != nil, proxies.isEmpty { throw WrongUsage("usage.headerNeedsProxy") }
    pace.writesPerMinute = call.number("writes-per-minute") ?? pace.writesPerMinute
    pace.searchesPerMinute = call.number("searches-per-minute") ?? pace.searchesPerMinute
    logs = call.text("log") != "none"
  }

  /// `127.0.0.1:8080` unless something else is said; then the next free port serves as well.
  private static func address(_ call: Invocation) throws -> ServerSettings.Address {
    if let path = call.text("socket") { return .unix(path: path) }
    guard let text = call.text("listen") else {
      return .tcp(host: "127.0.0.1", port: 8080, exactly: false)
    }
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { throw WrongUsage("usage.listen", ["value": text]) }
    return .tcp(host: String(text[..<colon]), port: port, exactly: true)
  }
}
