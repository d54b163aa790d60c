/// Why a text is not JSON, and where.
package struct JSONError: Error, Sendable, Equatable {
  /// The kinds of fault; the raw value is a code that stays the same.
  package enum Kind: String, Sendable, CaseIterable {
    /// The text ends in the middle of a value, or holds none.
    case truncated
    /// A character that cannot stand here: also `NaN`, single quotes, comments, trailing commas.
    case unexpectedCharacter
    /// A number with a leading zero or plus, or without digits where they must be.
    case invalidNumber
    /// A backslash before something that it does not escape.
    case invalidEscape
    /// Half of a UTF-16 surrogate pair in `\u` escapes.
    case loneSurrogate
    /// A control character in a string that must be escaped.
    case controlCharacter
    /// A string whose bytes are not UTF-8.
    case invalidUTF8
    /// A string with more marks in a row on one character than any language has.
    case tooManyMarks
    /// A name that the object already has: `name` says which.
    case duplicateKey
    /// More nested arrays and objects than allowed.
    case tooDeep
    /// Something follows the value.
    case trailingText
  }

  package let kind: Kind
  /// The place in bytes from 0.
  package let offset: Int
  /// The line from 1.
  package let line: Int
  /// The place on the line from 1, in Unicode scalars.
  package let column: Int
  /// The repeated name, for `duplicateKey`.
  package let name: String?

  init(_ kind: Kind, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, name: String? = nil) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.kind = kind
    self.offset = offset
    self.line = line
    self.column = column
    self.name = name
  }
}

extension JSONError: CustomStringConvertible {
  /// The fault and its place for a log, such as `3:14: duplicateKey "title"`.
  package var description: String {
    "\(line):\(column): \(kind.rawValue)" + (name.map { " \"\($0)\"" } ?? "")
  }
}
