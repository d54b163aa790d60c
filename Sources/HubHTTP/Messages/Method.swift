/// What a request asks to be done (RFC 9110, section 9).
package enum Method: Sendable, Hashable {
  case get, head, post, put, patch, delete, options
  /// Any other method, as it was written.
  case other(String)

  /// The method by its name; names are case-sensitive.
  package init(_ name: String) {
    self =
      switch name {
      case "GET": .get
      case "HEAD": .head
      case "POST": .post
      case "PUT": .put
      case "PATCH": .patch
      case "DELETE": .delete
      case "OPTIONS": .options
      default: .other(name)
      }
  }

  /// The name as it stands in a request.
  package var name: String {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .put: "PUT"
    case .patch: "PATCH"
    case .delete: "DELETE"
    case .options: "OPTIONS"
    case .other(let name): name
    }
  }

  /// Whether the method only reads (RFC 9110, section 9.2.1).
  package var isSafe: Bool { self == .get || self == .head || self == .options }
}
