/// Finds the route for a request and answers by it.
package struct Router: Sendable {
  /// The routes in the order they were given.
  package let routes: [Route]
  private let tree: RouteTree

  package init(_ routes: [Route]) {
    self.routes = routes
    tree = RouteTree(routes)
  }

  /// What a method on a path leads to.
  package enum Match: Sendable {
    /// A route and its parameters. A HEAD is given the route of GET.
    case route(Route, Parameters)
    /// The path is known, the method not: the methods that are, for `Allow`.
    case methodNotAllowed(allow: String)
    case notFound
    /// The path could be read in two ways, or not at all.
    case malformed

    /// The route, where there is one.
    package var route: Route? { if case .route(let route, _) = self { route } else { nil } }
  }

  /// Finds the route for a method on a path as it was received.
  package func match(_ method: Method, _ path: String) -> Match {
    guard let segments = PathSegments.split(path) else { return .malformed }
    guard let found = tree.find(segments) else { return .notFound }
    let route =
      found.routes.first { $0.method == method }
      ?? (method == .head ? found.routes.first { $0.method == .get } : nil)
    guard let route else { return .methodNotAllowed(allow: Router.allow(found.routes)) }
    return .route(route, Parameters(names: route.parameterNames, values: found.values))
  }

  /// Answers a request: by its route, or with 400, 404 or 405; OPTIONS is answered with `Allow`,
  /// and HEAD as GET, body included: the server sends its length and leaves it out. What a
  /// handler throws is answered where it is a `Problem`.
  /// - Throws: what a handler throws that is not a `Problem`.
  package func respond(to request: Request) throws -> Response {
    do {
      return try answer(request)
    } catch let problem as Problem {
      var problem = problem
      if problem.instance == nil { problem.instance = request.id }
      return problem.response
    }
  }

  /// Answers a request like `respond`, and leaves every `Problem` to the caller.
  /// - Throws: what a handler throws; a `Problem` for a path or method that there is not.
  package func answer(_ request: Request) throws -> Response {
    try answer(request, as: match(request.method, request.path))
  }

  /// The same for a request of which is known what it leads to.
  package func answer(_ request: Request, as match: Match) throws -> Response {
    switch match {
    case .route(let route, let parameters):
      return try route.handler(request, parameters)
    case .methodNotAllowed(let allow):
      if request.method == .options { return Response(status: 204, headers: ["Allow": allow]) }
      throw Problem(.methodNotAllowed, code: "methodNotAllowed", headers: ["Allow": allow])
    case .notFound:
      throw Problem(.notFound, code: "unknownPath")
    case .malformed:
      throw Problem(.badRequest, code: "malformedPath")
    }
  }

  private static func allow(_ routes: [Route]) -> String {
    var names = Set(routes.map(\.method.name))
    if names.contains("GET") { names.insert("HEAD") }
    names.insert("OPTIONS")
    return names.sorted().joined(separator: ", ")
  }
}
