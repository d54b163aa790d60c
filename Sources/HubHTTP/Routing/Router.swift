/// Finds the route for a request and answers by it.
package struct Router<Context, Description: Sendable>: Sendable {
  /// A route of this router.
  package typealias Route = HubHTTP.Route<Context, Description>

  /// The routes in the order they were given.
  package let routes: [Route]
  private let tree: RouteTree

  package init(_ routes: [Route]) {
    self.routes = routes
    var tree = RouteTree()
    for (index, route) in routes.enumerated() {
      tree.insert(RouteTree.Leaf(method: route.method, index: index), at: route.shape)
    }
    self.tree = tree
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
    let leaf =
      found.leaves.first { $0.method == method }
      ?? (method == .head ? found.leaves.first { $0.method == .get } : nil)
    guard let leaf else { return .methodNotAllowed(allow: Allow.value(found.leaves)) }
    let route = routes[leaf.index]
    return .route(route, Parameters(names: route.parameterNames, values: found.values))
  }

  /// Answers a request by what it leads to: by its route, or with 400, 404 or 405; OPTIONS is
  /// answered with `Allow`, and HEAD as GET, body included: the server sends its length and leaves
  /// it out.
  ///
  /// - Parameter context: made for the parameters of the path, where there is a route.
  /// - Throws: what a handler throws; a `Problem` for a path or method that there is not.
  package func answer(
    _ method: Method, as match: Match, in context: (Parameters) throws -> Context
  ) throws -> Response {
    switch match {
    case .route(let route, let parameters):
      return try route.handler(context(parameters))
    case .methodNotAllowed(let allow):
      if method == .options { return Response(status: 204, headers: ["Allow": allow]) }
      throw Problem(.methodNotAllowed, code: "methodNotAllowed", headers: ["Allow": allow])
    case .notFound:
      throw Problem(.notFound, code: "unknownPath")
    case .malformed:
      throw Problem(.badRequest, code: "malformedPath")
    }
  }
}

/// The field that says which methods a path knows (RFC 9110, section 10.2.1).
private enum Allow {
  static func value(_ leaves: [RouteTree.Leaf]) -> String {
    var names = Set(leaves.map(\.method.name))
    if names.contains("GET") { names.insert("HEAD") }
    names.insert("OPTIONS")
    return names.sorted().joined(separator: ", ")
  }
}
