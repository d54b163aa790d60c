/// The routes by the segments of their patterns, built once. A literal segment goes before a
/// parameter, and a parameter before the rest of a path.
struct RouteTree: Sendable {
  private struct Node: Sendable {
    var literals: [String: Int] = [:]
    var parameter: Int?
    var routes: [Route] = []
    var rest: [Route] = []
  }

  private var nodes = [Node()]

  init(_ routes: [Route]) {
    for route in routes { insert(route) }
  }

  private mutating func insert(_ route: Route) {
    var node = 0
    for segment in route.segments {
      switch segment {
      case .literal(let text):
        let next = nodes[node].literals[text] ?? add()
        nodes[node].literals[text] = next
        node = next
      case .parameter:
        let next = nodes[node].parameter ?? add()
        nodes[node].parameter = next
        node = next
      case .rest:
        nodes[node].rest.append(route)
        return
      }
    }
    nodes[node].routes.append(route)
  }

  private mutating func add() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  /// The routes whose pattern fits the segments and the values of its parameters; nil for none.
  func find(_ segments: [String]) -> (routes: [Route], values: [String])? {
    var values: [String] = []
    return find(segments, at: 0, from: 0, values: &values).map { ($0, values) }
  }

  private func find(
    _ segments: [String], at place: Int, from node: Int, values: inout [String]
  ) -> [Route]? {
    if place == segments.count { return nodes[node].routes.isEmpty ? nil : nodes[node].routes }
    if let next = nodes[node].literals[segments[place]],
      let routes = find(segments, at: place + 1, from: next, values: &values)
    {
      return routes
    }
    if let next = nodes[node].parameter {
      values.append(segments[place])
      if let routes = find(segments, at: place + 1, from: next, values: &values) { return routes }
      values.removeLast()
    }
    if nodes[node].rest.isEmpty { return nil }
    values.append(segments[place...].joined(separator: "/"))
    return nodes[node].rest
  }
}
