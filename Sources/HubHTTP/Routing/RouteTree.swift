/// The routes by the segments of their patterns, built once. A literal segment goes before a
/// parameter, and a parameter before the rest of a path.
struct RouteTree: Sendable {
  /// A route that ends at a node: its method, and its place in the list of all.
  struct Leaf: Sendable {
    let method: Method
    let index: Int
  }

  private struct Node: Sendable {
    var literals: [String: Int] = [:]
    var parameter: Int?
    var leaves: [Leaf] = []
    var rest: [Leaf] = []
  }

  private var nodes = [Node()]

  /// Adds a route of which only this is known here.
  mutating func insert(_ leaf: Leaf, at pattern: RoutePattern) {
    var node = 0
    for segment in pattern.segments {
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
        nodes[node].rest.append(leaf)
        return
      }
    }
    nodes[node].leaves.append(leaf)
  }

  private mutating func add() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  /// The routes whose pattern fits the segments and the values of its parameters; nil for none.
  func find(_ segments: [String]) -> (leaves: [Leaf], values: [String])? {
    var values: [String] = []
    return find(segments, at: 0, from: 0, values: &values).map { ($0, values) }
  }

  private func find(
    _ segments: [String], at place: Int, from node: Int, values: inout [String]
  ) -> [Leaf]? {
    if place == segments.count { return nodes[node].leaves.isEmpty ? nil : nodes[node].leaves }
    if let next = nodes[node].literals[segments[place]],
      let leaves = find(segments, at: place + 1, from: next, values: &values)
    {
      return leaves
    }
    if let next = nodes[node].parameter {
      values.append(segments[place])
      if let leaves = find(segments, at: place + 1, from: next, values: &values) { return leaves }
      values.removeLast()
    }
    if nodes[node].rest.isEmpty { return nil }
    values.append(segments[place...].joined(separator: "/"))
    return nodes[node].rest
  }
}
