package import HubApp
package import HubHTTP
import HubModel
package import HubText

/// A hub in memory with a clock that stands still until it is told to move.
package struct TestHub: Sendable {
  package var hub: Hub { didSet { api = API(hub) } }
  /// Made once: a test sends thousands of requests.
  package private(set) var api: API

  /// - Parameter now: RFC 3339.
  package init(now: String = "2019-05-01T16:00:00Z") throws {
    let moment = Moment(now) ?? Moment(milliseconds: 0)
    hub = try Hub.open(":memory:", create: true, clock: { moment }, randomBytes: Self.zeros)
    api = API(hub)
  }

  /// A hub with the sample network, at a moment after its story.
  package static func sample(now: String = "2025-02-01T16:00:00Z") throws -> TestHub {
    let test = try TestHub(now: now)
    try Sample.load(into: test.hub)
    return test
  }

  /// The same hub at another moment.
  package func at(_ now: String) -> TestHub {
    var copy = self
    let moment = Moment(now) ?? Moment(milliseconds: 0)
    copy.hub.clock = { moment }
    return copy
  }

  static let zeros: @Sendable (Int) -> [UInt8] = { [UInt8](repeating: 7, count: $0) }

  /// Sends a request through the whole API, as somebody.
  package func send(
    _ method: Method, _ path: String, _ body: JSON? = nil, as handle: String? = nil,
    query: Query = Query(), headers: Headers = Headers()
  ) -> Response {
    var headers = headers
    if body != nil { headers.add("Content-Type", "application/json") }
    if method == .patch || path.hasSuffix("/transitions"), headers["If-Match"] == nil {
      headers.add("If-Match", "*")
    }
    var request = Request(
      method, "/api/v1" + path, query: query, headers: headers, body: body?.written() ?? [],
      id: "test")
    request.principal = handle
    return api.respond(to: request)
  }
}

extension Response {
  /// The body as JSON.
  package var json: JSON {
    get throws { try JSON(parsing: collected()) }
  }
}
