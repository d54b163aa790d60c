import HubApp
import HubConsole
import HubHTTP
import HubModel
import HubServer

/// The service's answers, figures and log, put together.
final class RunningService: Sendable {
  private let hub: Hub
  private let service: FrontDoor
  private let operations: Operations
  private let metrics = Metrics()
  private let terminal: Terminal
  private let logs: Bool
  private let address: PublicAddress?

  init(_ hub: Hub, _ settings: ServeSettings, _ terminal: Terminal) {
    self.hub = hub
    self.terminal = terminal
    logs = settings.logs
    address = settings.signIn.address
    let service = FrontDoor(hub, settings: settings.signIn, pace: settings.pace)
    self.service = service
    operations = Operations(hub, metrics: metrics, isOperator: service.isOperator) { request in
      service.answer(request) { error in
        terminal.writeError(RequestLog.bug(at: hub.clock(), id: request.id, error))
      }
    }
  }

  /// To be called once nothing more is answered.
  func close() { service.close() }

  var largestBody: @Sendable (Request) -> Int {
    { self.service.largestBody(of: self.inner($0)) }
  }

  var respond: @Sendable (Request) -> Answer { { self.operations.answer(self.inner($0)) } }

  /// A request as the hub knows it, whatever path it has before its own out there.
  private func inner(_ request: Request) -> Request {
    guard let address else { return request }
    var inner = request
    inner.path = address.inner(request.path)
    return inner
  }

  /// What is refused before it was read whole gets the same form of answer.
  var refuse: @Sendable (Problem, Request) -> Response {
    { problem, request in ProblemDetails(for: request).response(to: problem) { _ in } }
  }

  var log: @Sendable (ServedRequest) -> Void {
    { served in
      let route = self.route(of: served)
      self.metrics.add(
        route: route, status: served.status ?? 0, seconds: served.seconds, bytes: served.bytes)
      guard self.logs else { return }
      self.terminal.writeError(
        RequestLog.line(
          at: self.hub.clock(), id: served.id, method: served.method?.name ?? "-", route: route,
          status: served.status, bytes: served.bytes, seconds: served.seconds,
          from: served.remoteAddress))
    }
  }

  /// The route's name: a path would tell which record somebody looked at.
  private func route(of served: ServedRequest) -> String {
    guard let method = served.method else { return "none" }
    let path = address?.inner(served.path) ?? served.path
    if case .route(let route, _) = API.router.match(method, path) {
      return route.name
    }
    if case .route(let route, _) = Operations.router.match(method, path) {
      return route.pattern
    }
    return "none"
  }
}
