/// Answers one method on one shape of path, and says what is to be known of that.
///
/// - `Context` is what a handler gets: what was asked, and whatever it answers from. A handler
///   closes over nothing of that, so that routes are made once.
/// - `Description` is what those who serve the route go by, and what documents it.
package struct Route<Context, Description: Sendable>: Sendable {
  /// Answers a request; what it throws is answered as a problem.
  package typealias Handler = @Sendable (Context) throws -> Response

  package let method: Method
  /// The shape of the path, such as `/api/v1/meetings/{ref}/agenda`; a last segment `{name...}`
  /// takes the rest of the path.
  package let pattern: String
  /// What the route is called in the log, in metrics and in the OpenAPI document.
  package let name: String
  package let description: Description
  package let handler: Handler
  /// The names of the pattern's parameters, in their order.
  package let parameterNames: [String]
  let shape: RoutePattern

  package init(
    _ method: Method, _ pattern: String, name: String, _ description: Description,
    handler: @escaping Handler
  ) {
    self.method = method
    self.pattern = pattern
    self.name = name
    self.description = description
    self.handler = handler
    shape = RoutePattern(pattern)
    parameterNames = shape.parameterNames
  }
}
