/// How a word looks on a terminal that shows colours; elsewhere it looks like any other.
///
/// The colours are those of the 256 that stand out from white and from black alike: nobody's screen
/// is known here.
package enum Style: String, Sendable, CaseIterable {
  case plain = ""
  case heading = "1"
  case reference = "38;5;63"
  case overdue = "1;38;5;131"
  case soon = "38;5;130"
  case good = "38;5;29"
  case dim = "38;5;243"
  case error = "1;38;5;162"

  /// The text with the codes of this style, which take no room on the screen. Nothing in it is a
  /// code of its own.
  package func applied(to text: String, colour: Bool) -> String {
    guard colour, self != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(rawValue)m\(HarmlessText.of(text))\u{1B}[0m"
  }

  /// What begins a style, and what ends it.
  static let codes: [[Unicode.Scalar]] = (allCases.map(\.rawValue) + ["0"]).map {
    Array("\u{1B}[\($0)m".unicodeScalars)
  }

  /// The text without any of them.
  static func without(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var plain = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      let code = codes.first { rest.starts(with: $0) }
      if code == nil { plain.append(first) }
      rest = rest.dropFirst(code?.count ?? 1)
    }
    return String(plain)
  }
}

/// A piece of text in one style, on one line.
package struct Styled: Sendable, Hashable, ExpressibleByStringLiteral {
  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = HarmlessText.line(text)
    self.style = style
  }

  package init(stringLiteral text: String) { self.init(text) }
}
