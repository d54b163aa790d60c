package import HubHTTP
import HubModel
import HubText

/// What those who run a service ask it, and what every answer of it says about itself.
package struct Operations: Sendable {
  private let router: Router
  private let respond: @Sendable (Request) -> Response

  /// - Parameter respond: answers everything else.
  package init(
    _ hub: Hub, metrics: Metrics, respond: @escaping @Sendable (Request) -> Response
  ) {
    self.respond = respond
    router = Router([
      Route(.get, "/healthz", name: "/healthz") { _, _ in .text("ok\n", status: 200) },
      Route(.get, "/readyz", name: "/readyz") { _, _ in Self.ready(hub) },
      Route(.get, "/metrics", name: "/metrics") { request, _ in
        guard Self.isNear(request) else { throw Problem(.notFound, code: "unknownPath") }
        return metrics.response()
      },
    ])
  }

  package func answer(_ request: Request) -> Response {
    var response = own(request) ?? respond(request)
    response.headers.add("Hub-Version", Version.text)
    response.headers.add("X-Content-Type-Options", "nosniff")
    return response
  }

  /// nil for a path that is not one of these.
  private func own(_ request: Request) -> Response? {
    guard !request.path.hasPrefix(API.root) else { return nil }
    switch router.match(request.method, request.path) {
    case .notFound, .malformed: return nil
    case .route, .methodNotAllowed:
      do {
        return try router.answer(request)
      } catch {
        return ProblemDetails(for: request).response(to: error) { _ in }
      }
    }
  }

  /// Whether the data can be read now. That nothing can be written, because the disk is full, does
  /// not turn readers away: the writes that are refused are in the figures.
  private static func ready(_ hub: Hub) -> Response {
    do {
      _ = try hub.read(as: .anonymous) { try $0.load(ID<Network>(1)) }
      return .text("ready\n", status: 200)
    } catch {
      return .text("not ready\n", status: 503)
    }
  }

  /// Figures are for whoever runs the machine: from the machine itself, or through its socket.
  private static func isNear(_ request: Request) -> Bool {
    guard let address = request.remoteAddress else { return true }
    return ["127.0.0.1", "::1", "unix"].contains(address)
  }
}

extension Response {
  /// Plain text with a status.
  fileprivate static func text(_ text: String, status: Int) -> Response {
    var response = Response(type: "text/plain; charset=utf-8", Array(text.utf8))
    response.status = status
    return response
  }
}
