/// Answers one method on one shape of path.
package struct Route: Sendable {
  /// Answers a request; what it throws is answered as a problem.
  package typealias Handler = @Sendable (Request, Parameters) throws -> Response

  package let method: Method
  /// The shape of the path, such as `/api/v1/meetings/{ref}/agenda`; a last segment `{name...}`
  /// takes the rest of the path.
  package let pattern: String
  /// What the route is called in the log, in metrics and in the OpenAPI document.
  package let name: String
  package let handler: Handler
  /// Whether the answer is made in well under a millisecond: then it is no work for others.
  package let isBrief: Bool
  /// The names of the pattern's parameters, in their order.
  package let parameterNames: [String]
  let segments: [Segment]

  package init(
    _ method: Method, _ pattern: String, name: String, isBrief: Bool = false,
    handler: @escaping Handler
  ) {
    self.method = method
    self.pattern = pattern
    self.name = name
    self.isBrief = isBrief
    self.handler = handler
    segments = pattern.split(separator: "/").map { Segment(String($0)) }
    parameterNames = segments.compactMap(\.parameterName)
  }

  /// One segment of a pattern.
  enum Segment: Sendable {
    case literal(String)
    case parameter(String)
    case rest(String)

    init(_ text: String) {
      guard text.hasPrefix("{"), text.hasSuffix("}") else {
        self = .literal(text)
        return
      }
      let name = String(text.dropFirst().dropLast())
      self = name.hasSuffix("...") ? .rest(String(name.dropLast(3))) : .parameter(name)
    }

    var parameterName: String? {
      switch self {
      case .literal: nil
      case .parameter(let name), .rest(let name): name
      }
    }
  }
}
