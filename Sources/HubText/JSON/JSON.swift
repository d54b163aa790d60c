/// A JSON value as it was read: objects keep the order of their members, and a number that is
/// not a whole 64-bit one keeps its digits, so that money is never passed through a float.
///
/// Equality compares objects in order, and strings as Swift does (canonically equivalent texts
/// are equal).
package enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Any other number (a fraction, an exponent, `-0`, more than 64 bits), as it was written.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// One name and its value in an object.
  package struct Member: Sendable, Equatable {
    package var name: String
    package var value: JSON

    package init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }
  }
}

extension JSON {
  /// The value of the member with this name; nil where there is none or this is no object.
  package subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.isSpelled(like: name) }?.value
  }

  /// The element at this position; nil where there is none or this is no array.
  package subscript(_ index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The text, where this is a string.
  package var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The number, where this is a whole one of 64 bits, written without fraction or exponent.
  package var integer: Int64? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The truth value, where this is one.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements, where this is an array.
  package var array: [JSON]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members in their order, where this is an object.
  package var object: [Member]? {
    if case .object(let value) = self { value } else { nil }
  }

  /// Whether this is `null`.
  package var isNull: Bool { self == .null }
}
