package import HubHTTP
import HubModel
import HubSQL
import HubText

/// What those who run a service ask it.
package struct Operations: Sendable {
  private let hub: Hub
  private let metrics: Metrics
  private let isOperator: @Sendable (Request) -> Bool
  private let respond: @Sendable (Request) -> Answer

  /// - Parameters:
  ///   - isOperator: whether a request comes with the credential of somebody who runs the hub.
  ///   - respond: answers everything else.
  package init(
    _ hub: Hub, metrics: Metrics,
    isOperator: @escaping @Sendable (Request) -> Bool = { _ in false },
    respond: @escaping @Sendable (Request) -> Answer
  ) {
    self.hub = hub
    self.metrics = metrics
    self.isOperator = isOperator
    self.respond = respond
  }

  /// A request, and the service that it is about.
  package struct Context: Sendable {
    let request: Request
    let operations: Operations
  }

  /// Beside the API, at the root of the service.
  package static let router = Router<Context, RouteDescription>([
    Route(.get, "/healthz", name: "health", .reading(healthShown).brief) { _ in .text("ok\n") },
    Route(.get, "/readyz", name: "readiness", .reading(readinessShown).brief) {
      $0.operations.ready
    },
    Route(.get, "/metrics", name: "metrics", .reading(figuresShown)) { context in
      context.operations.figures(for: context.request)
    },
    // Until there are pages, which take this place.
    Route(.get, "/", name: "welcome at root", WelcomeAPI.described(WelcomeAPI.documentAtRoot)) {
      $0.operations.welcome($0.request)
    },
  ])

  /// What every answer of the service says about itself, refusals of its server included.
  package static let fields: Headers = [
    "Hub-Version": Version.text, "X-Content-Type-Options": "nosniff",
  ]

  /// What it says besides to who came over TLS: browsers then come no other way, for a year.
  package static let secureFields: Headers = ["Strict-Transport-Security": "max-age=31536000"]

  package func answer(_ request: Request) -> Answer {
    guard !request.path.hasPrefix(API.root) else { return respond(request) }
    let match = Self.router.match(request.method, request.path)
    switch match {
    case .notFound, .malformed: return respond(request)
    case .route, .methodNotAllowed:
      // What asks whether the service still answers waits for nobody's work.
      let isBrief = match.route?.description.isBrief ?? true
      return isBrief ? .ready(response(request, match)) : .work { response(request, match) }
    }
  }

  private func response(
    _ request: Request, _ match: Router<Context, RouteDescription>.Match
  ) -> Response {
    do {
      return try Self.router.answer(request.method, as: match) { _ in
        Context(request: request, operations: self)
      }
    } catch {
      return ProblemDetails(for: request).response(to: error) { _ in }
    }
  }

  /// Whether the data can be read now, from the file that is in its place, both by those who have
  /// read before and by somebody who has to open it: what the others remember of it says nothing of
  /// how it fares. That nothing can be written, because the disk is full, does not turn readers
  /// away: the writes that are refused are in the figures.
  private var ready: Response {
    do {
      try hub.requireInPlace()
      _ = try hub.read(as: .anonymous) { try $0.load(ID<Network>(1)) }
      try hub.database.readAnew { _ = try $0.hasTables }
      return .text("ready\n")
    } catch {
      return Response.text("not ready\n", status: 503).with("Retry-After", "2")
    }
  }

  /// What the API says of itself at its own root.
  private func welcome(_ request: Request) -> Response {
    var inner = request
    inner.path = API.root
    return respond(inner).response
  }

  /// Figures are for whoever runs the machine, or the hub.
  private func figures(for request: Request) -> Response {
    if ClientAddress.isNear(request) { return metrics.response() }
    return isOperator(request) ? metrics.response(byRoute: false) : respond(request).response
  }
}
