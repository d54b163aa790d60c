/// The shape of the paths that lead to a route, taken apart at its slashes.
struct RoutePattern: Sendable {
  let segments: [Segment]

  init(_ text: String) {
    segments = text.split(separator: "/").map { Segment(String($0)) }
  }

  /// The names of its parameters, in their order.
  var parameterNames: [String] { segments.compactMap(\.parameterName) }

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
