package import HubHTTP
import HubModel
import HubText

/// What those who run a service ask it, and what every answer of it says about itself.
package struct Operations: Sendable {
  let hub: Hub
  let metrics: Metrics
  private let respond: @Sendable (Request) -> Response

  /// - Parameter respond: answers everything else.
  package init(
    _ hub: Hub, metrics: Metrics, respond: @escaping @Sendable (Request) -> Response
  ) {
    self.hub = hub
    self.metrics = metrics
    self.respond = respond
  }

  package func answer(_ request: Request) -> Response {
    var response: Response
    switch request.path {
    case "/healthz": response = .text("ok\n", status: 200)
    case "/readyz": response = ready()
    case "/metrics" where Self.isNear(request): response = metrics.response()
    default: response = respond(request)
    }
    response.headers.add("Hub-Version", Version.text)
    response.headers.add("X-Content-Type-Options", "nosniff")
    return response
  }

  /// Whether the data can be read now.
  private func ready() -> Response {
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
