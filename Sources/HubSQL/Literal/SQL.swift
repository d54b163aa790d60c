/// A piece of a statement: text with a `?` for every value, and those values in order.
///
/// Written as a literal, `"… WHERE id = \(id)"` binds the value and never splices it, so a value
/// cannot become part of the statement however it is spelled.
@usableFromInline package struct SQL: Sendable, Hashable {
  /// The statement text, with one `?` per binding.
  @usableFromInline package var text: String

  /// The values for the `?` of `text`, in order.
  @usableFromInline package var bindings: [SQLValue]

  /// Text as it stands, with the values for its `?`.
  @inlinable package init(raw text: String = "", bindings: [SQLValue] = []) {
    self.text = text
    self.bindings = bindings
  }

  /// Whether there is no text at all: no condition, no column.
  @inlinable package var isEmpty: Bool { text.isEmpty }

  /// Both texts one after the other, nothing added between them.
  package static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum += right
    return sum
  }

  /// Appends the other's text and values, nothing added between them.
  @inlinable package static func += (left: inout SQL, right: SQL) {
    left.text += right.text
    left.bindings += right.bindings
  }

  /// The parts with the separator between each two, for example conditions with `" AND "`.
  /// No parts give empty text.
  package static func joined(_ parts: [SQL], separator: SQL) -> SQL {
    var whole = SQL()
    for (index, part) in parts.enumerated() {
      if index > 0 { whole += separator }
      whole += part
    }
    return whole
  }
}
