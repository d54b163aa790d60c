/// How a word looks on a terminal that shows colours; elsewhere it looks like any other.
package enum Style: String, Sendable {
  case plain = ""
  case heading = "1"
  case reference = "36"
  case overdue = "31"
  case soon = "33"
  case good = "32"
  case dim = "2"
  case error = "1;31"

  /// The text with the codes of this style, which take no room on the screen.
  package func applied(to text: String, colour: Bool) -> String {
    guard colour, self != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}

/// A piece of text in one style.
package struct Styled: Sendable, Hashable, ExpressibleByStringLiteral {
  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  package init(stringLiteral text: String) { self.init(text) }
}
