extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(raw: value) }
  package init(stringInterpolation: StringInterpolation) {
    self.init(raw: stringInterpolation.bytes)
  }

  /// Collects a literal: its own text is markup, what is spliced in is escaped unless it is HTML.
  package struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    package mutating func appendLiteral(_ literal: String) {
      bytes.append(contentsOf: literal.utf8)
    }

    /// Text, escaped.
    package mutating func appendInterpolation(_ text: String) {
      HTMLEscape.append(text, to: &bytes)
    }

    /// Text, escaped.
    package mutating func appendInterpolation(_ text: Substring) {
      HTMLEscape.append(text, to: &bytes)
    }

    /// A value by its description, escaped.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      HTMLEscape.append(value.description, to: &bytes)
    }

    /// Markup, as it is.
    package mutating func appendInterpolation(_ html: HTML) {
      bytes.append(contentsOf: html.bytes)
    }

    /// Markup, as it is, or nothing.
    package mutating func appendInterpolation(_ html: HTML?) {
      if let html { bytes.append(contentsOf: html.bytes) }
    }

    /// Pieces of markup in a row, as they are.
    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { bytes.append(contentsOf: piece.bytes) }
    }
  }
}
