import Glibc
import HubHTTP
import HubServer
import HubTestKit
import Synchronization

/// A server that listens while a test holds it, with a few things to ask for.
final class LiveServer {
  let address: ServerAddress
  let server: Server
  private let log: Log

  /// What was logged, from all threads.
  final class Log: Sendable {
    let entries = Mutex<[ServedRequest]>([])
  }

  init(
    _ address: ServerSettings.Address = .tcp(host: "127.0.0.1", port: 0, exactly: true),
    threads: Int = 3, tls: ServerSettings.TLS? = nil, trusting proxies: [String] = [],
    by field: ServerSettings.ForwardedField = .xForwardedFor, isBehindTLS: Bool = false,
    limits change: (inout ServerLimits) -> Void = { _ in },
    largestBody: @escaping @Sendable (Request) -> Int = { _ in .max },
    respond: @escaping @Sendable (Request) -> Response = LiveServer.respond,
    refuse: @escaping @Sendable (Problem, Request) -> Response = { problem, _ in problem.response }
  ) throws {
    var limits = ServerLimits()
    change(&limits)
    let log = Log()
    self.log = log
    var settings = ServerSettings(
      address: address, threads: threads, tls: tls, limits: limits, trustedProxies: proxies,
      forwardedField: field)
    settings.isBehindTLS = isBehindTLS
    server = Server(
      settings, fields: ["Hub-Test": "every answer"],
      secureFields: ["Hub-Secure": "over TLS"], largestBody: largestBody,
      respond: { request in
        if request.path == "/hello" { return .ready(respond(request)) }
        return request.method.isSafe ? .work { respond(request) } : .wait { respond(request) }
      }, refuse: refuse,
      log: { entry in log.entries.withLock { $0.append(entry) } })
    self.address = try server.start()
  }

  deinit { server.stop(graceSeconds: 0.5) }

  var port: UInt16 {
    guard case .tcp(_, let port, _) = address else { return 0 }
    return port
  }

  func client() throws -> RawClient { try RawClient(port: port) }

  /// What has been logged so far.
  var loggedNow: [ServedRequest] { log.entries.withLock { $0 } }

  /// What was logged, once there are so many entries: they come after the answer has been sent.
  func logged(_ count: Int) -> [ServedRequest] {
    for _ in 0..<1000 {
      let entries = loggedNow
      if entries.count >= count { return entries }
      usleep(10_000)
    }
    return loggedNow
  }

  /// `/hello` greets, `/echo` gives the body back, `/who` says who asks, `/count` how many arguments
  /// there are, `/nothing` has a version and no body, `/odd` tries to write a header of its own,
  /// `/late` takes a while.
  static let respond: @Sendable (Request) -> Response = { request in
    switch request.path {
    case "/hello": .text("hello")
    case "/echo":
      Response.text("\(request.method.name) \(request.body.count) ")
        .with("X-Digest", String(request.body.reduce(0) { $0 &* 31 &+ Int($1) }))
    case "/who":
      .text("\(request.remoteAddress ?? "-") \(request.id) \(request.headers.fields.count)")
    case "/count": .text("\(request.query.pairs.count)")
    case "/nothing": .notModified(EntityTag("v1"))
    case "/odd": Response.text("odd").with("X-Odd", "a\r\nX-Injected: b").with("Bad Name", "c")
    case "/late":
      {
        usleep(700_000); return .text("late")
      }()
    default: Problem(.notFound, code: "notFound", instance: request.id).response
    }
  }
}
