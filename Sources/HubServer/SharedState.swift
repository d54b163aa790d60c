import HubHTTP
import Synchronization

/// What the threads of a server share.
final class SharedState: Sendable {
  typealias LargestBody = @Sendable (Request) -> Int
  typealias Respond = @Sendable (Request) -> Answer
  typealias Refuse = @Sendable (Problem, Request) -> Response
  typealias Log = @Sendable (ServedRequest) -> Void

  let settings: ServerSettings
  let trusted: Set<String>
  /// What every answer has besides its own.
  let fields: Headers
  /// What it has besides where the caller came over TLS.
  let secureFields: Headers
  let largestBody: LargestBody
  let respond: Respond
  let refuse: Refuse
  let log: Log
  let connections = OpenConnections()
  let streams: OutgoingStreams
  let workers: Workers
  /// Requests that were begun and whose answers have not been sent.
  let underWay = Atomic<Int>(0)
  /// The bytes of the bodies of these.
  let bodies = Atomic<Int>(0)
  /// Those whose answers are being made or sent.
  let begun = Begun()
  /// Since when answers close their connections, because the server is about to stop, in
  /// nanoseconds of `SteadyClock`; 0 while it is not.
  let stoppingSince = Atomic<UInt64>(0)

  init(
    _ settings: ServerSettings, fields: Headers, secureFields: Headers,
    largestBody: @escaping LargestBody, respond: @escaping Respond, refuse: @escaping Refuse,
    log: @escaping Log
  ) {
    self.settings = settings
    self.fields = fields
    self.secureFields = secureFields
    self.largestBody = largestBody
    self.respond = respond
    self.refuse = refuse
    self.log = log
    trusted = Set(settings.trustedProxies.map { $0.lowercased() })
    streams = OutgoingStreams(
      limit: settings.limits.streams, limitOfOne: settings.limits.streamsPerAddress)
    workers = Workers(most: settings.threads, atOnce: ServerSettings.processors)
  }

  /// Why nothing is begun any more.
  static var stopping: Problem {
    var problem = Problem(.unavailable, code: "stopping")
    problem.headers.add("Retry-After", "5")
    return problem
  }

  func isTrusted(_ peer: Peer) -> Bool { !trusted.isEmpty && trusted.contains(peer.address) }

  /// Logs a connection that was refused before it could send a request.
  func logRefusal(of connection: ClientConnection, status: Int) {
    log(
      ServedRequest(
        id: "", method: nil, path: "", status: status, bytes: 0, seconds: 0,
        remoteAddress: connection.peer.address, isComplete: true))
  }
}
