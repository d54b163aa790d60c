/// A piece of markup. In a literal `\(value)` is escaped, for text and for quoted attributes
/// alike, and `\(html)` is spliced as it is: what is markup and what is text is known by type.
package struct HTML: Sendable, Equatable {
  /// The markup as UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// No markup at all.
  package init() {}

  /// Text that is markup already, taken as it is.
  package init(raw text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

  /// UTF-8 that is markup already, taken as it is.
  package init(raw bytes: [UInt8]) { self.bytes = bytes }

  /// Plain text, escaped.
  package init(text: some StringProtocol) { HTMLEscape.append(text, to: &bytes) }

  /// The markup as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is nothing.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Adds markup at the end.
  package static func += (left: inout HTML, right: HTML) {
    left.bytes.append(contentsOf: right.bytes)
  }

  /// The one and then the other.
  package static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum += right
    return sum
  }
}

extension Sequence where Element == HTML {
  /// The pieces in a row with the separator between them.
  package func joined(separator: HTML = HTML()) -> HTML {
    var bytes: [UInt8] = []
    var first = true
    for piece in self {
      if !first { bytes.append(contentsOf: separator.bytes) }
      first = false
      bytes.append(contentsOf: piece.bytes)
    }
    return HTML(raw: bytes)
  }
}
