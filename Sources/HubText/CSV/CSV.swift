/// Tables as comma-separated values (RFC 4180), UTF-8.
package enum CSV {
  /// One row of a table.
  package struct Row: Sendable, Equatable {
    /// The texts of the fields.
    package var fields: [String]
    /// The line on which the row begins, from 1; rows may span lines.
    package var line: Int
    /// The row as a spreadsheet counts it, from 1: empty ones count, and line breaks in cells do not.
    package var number: Int

    package init(fields: [String], line: Int, number: Int) {
      self.fields = fields
      self.line = line
      self.number = number
    }
  }

  /// Why a text is not CSV, and where.
  package struct SyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of fault; the raw value is a code that stays the same.
    package enum Kind: String, Sendable, CaseIterable {
      /// A quote inside a field that does not begin with one.
      case strayQuote
      /// Text between a closing quote and the next separator.
      case textAfterQuote
      /// A quoted field that does not end: the place is where it begins.
      case unclosedQuote
      /// A carriage return without a line feed, outside quotes.
      case bareCarriageReturn
      /// A field whose bytes are not UTF-8: the place is where it begins.
      case invalidUTF8
      /// A row of more bytes than allowed: often a quote that was not closed.
      case rowTooLong
    }

    package let kind: Kind
    /// The line from 1.
    package let line: Int
    /// The place on the line from 1, in Unicode scalars.
    package let column: Int

    /// The fault and its place for a log, such as `3:14: strayQuote`.
    package var description: String { "\(line):\(column): \(kind.rawValue)" }
  }

  /// All rows of a table that is in memory already.
  /// - Throws: the first `SyntaxError`.
  package static func rows(_ bytes: [UInt8]) throws -> [Row] {
    var rows: [Row] = []
    var reader = Reader()
    try reader.read(bytes) { rows.append($0) }
    try reader.finish { rows.append($0) }
    return rows
  }
}
