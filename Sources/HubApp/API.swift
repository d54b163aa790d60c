package import HubHTTP
import HubModel

/// The HTTP JSON API: every route, answered from one hub. It needs no socket; the `hub` command
/// runs it in its own process, the service behind a port.
package struct API: Sendable {
  package let hub: Hub
  package let router: Router
  /// The names of the routes whose answers may hold a secret.
  private let secretive: Set<String>

  package static let root = "/api/v1"

  /// - Parameter signIn: shared with the layer that authenticates, where there is one; nil leaves
  ///   signing in and credentials out, as inside another request.
  package init(_ hub: Hub, signIn: SignIn? = SignIn()) {
    self.hub = hub
    var routes: [Route] = []
    for subject in Subjects.all { routes += Self.routes(of: subject, hub) }
    routes += SearchAPI.routes(hub) + TraceAPI.routes(hub) + ReleaseAPI.routes(hub)
    routes += AgendaAPI.routes(hub) + AgendaFileAPI.routes(hub)
    routes += MinutesFileAPI.routes(hub) + BatchAPI.routes(hub)
    routes += ExpunctionAPI.routes(hub)
    routes += ExportAPI.routes(hub)
    let credentials = signIn.map { SignInAPI.routes(hub, $0) } ?? []
    secretive = Set(credentials.map(\.name))
    routes += credentials
    routes.append(OpenAPIRoute.route(beside: routes))
    router = Router(routes)
  }

  /// Answers every request, faults included: what is thrown becomes problem details, in one place.
  ///
  /// - Parameter report: told what is a bug of ours, for the log; never shown to the caller.
  package func respond(
    to request: Request, report: (any Error) -> Void = { _ in }
  ) -> Response {
    respond(to: request, as: match(request), report: report)
  }

  /// What a request leads to: looked up once and handed on.
  func match(_ request: Request) -> Router.Match { router.match(request.method, request.path) }

  /// The same for a request of which is known what it leads to.
  func respond(
    to request: Request, as match: Router.Match, report: (any Error) -> Void
  ) -> Response {
    do {
      if request.method == .post, let key = request.headers["Idempotency-Key"],
        !isSecretive(match)
      {
        return try Idempotency.respond(to: request, key: key, self, report: report)
      }
      if !request.query.pairs.isEmpty, let route = match.route {
        try QueryParameters.check(request.query, of: route)
      }
      guard request.method == .get || request.method == .head else {
        return try router.answer(request, as: match)
      }
      let condition = try request.ifNoneMatch()
      return try router.answer(request, as: match).tagged.answering(condition)
    } catch {
      return ProblemDetails(for: request).response(to: error, report: report)
    }
  }

  /// Whether the answer may hold a secret, which is never kept to be given again.
  func isSecretive(_ match: Router.Match) -> Bool {
    match.route.map { secretive.contains($0.name) } ?? false
  }

  /// The routes that every subject has.
  private static func routes<R: Stored>(of type: R.Type, _ hub: Hub) -> [Route] {
    CollectionAPI<R>(hub).routes + RecordAPI<R>(hub).routes
  }
}
