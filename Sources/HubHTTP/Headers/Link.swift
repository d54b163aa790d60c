/// A link in a header field (RFC 8288).
package struct Link: Sendable, Equatable {
  /// A URI reference, percent-encoded.
  package let target: String
  /// The relation, such as `next`.
  package let relation: String
  /// Further parameters in their order, such as `type`.
  package let parameters: [(name: String, value: String)]

  package init(
    _ target: String, relation: String, parameters: [(name: String, value: String)] = []
  ) {
    self.target = target
    self.relation = relation
    self.parameters = parameters
  }

  package static func == (left: Link, right: Link) -> Bool { left.text == right.text }

  /// The link as a header field has it.
  package var text: String {
    let all = [("rel", relation)] + parameters.map { ($0.name, $0.value) }
    return "<" + Link.safe(target) + ">" + all.map { "; \($0)=\(Link.quoted($1))" }.joined()
  }

  /// Several links as one value.
  package static func value(_ links: [Link]) -> String {
    links.map(\.text).joined(separator: ", ")
  }

  /// The target with what would end it encoded.
  private static func safe(_ target: String) -> String {
    String(
      target.flatMap { character in
        character == "<" || character == ">" || character.isWhitespace
          ? PercentEncoding.encode(String(character)) : String(character)
      })
  }

  private static func quoted(_ value: String) -> String {
    "\"" + String(value.flatMap { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }) + "\""
  }
}
