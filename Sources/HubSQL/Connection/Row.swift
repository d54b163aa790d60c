import CSQLite

/// The current row of a running query, valid only inside the closure that receives it; that it
/// cannot be copied keeps it there. Columns are counted from 0 in the order of the SELECT.
///
/// Reading never fails: SQLite converts where the stored class differs (STRICT tables leave
/// little to convert), and NULL reads as 0, "" or no bytes. Ask the optional forms for NULL.
@usableFromInline package struct Row: ~Copyable {
  @usableFromInline let statement: OpaquePointer

  @inlinable init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  /// How many columns the query has.
  package var columnCount: Int { Int(sqlite3_column_count(statement)) }

  /// How many bytes the texts and blobs of the row have together.
  package var textBytes: Int {
    (0..<Int32(truncatingIfNeeded: columnCount)).reduce(0) { sum, index in
      switch sqlite3_column_type(statement, index) {
      case SQLITE_TEXT, SQLITE_BLOB: sum + Int(sqlite3_column_bytes(statement, index))
      default: sum
      }
    }
  }

  /// Whether the column is NULL.
  package func isNull(_ index: Int) -> Bool {
    sqlite3_column_type(statement, Int32(truncatingIfNeeded: index)) == SQLITE_NULL
  }

  /// The number; a fraction is cut off.
  package func int64(_ index: Int) -> Int64 {
    sqlite3_column_int64(statement, Int32(truncatingIfNeeded: index))
  }

  /// The number; a fraction is cut off.
  package func int(_ index: Int) -> Int {
    Int(truncatingIfNeeded: int64(index))
  }

  /// Whether the column is a number other than 0.
  package func bool(_ index: Int) -> Bool { int64(index) != 0 }

  /// The number.
  package func double(_ index: Int) -> Double {
    sqlite3_column_double(statement, Int32(truncatingIfNeeded: index))
  }

  /// The text; bytes that are not UTF-8 become U+FFFD.
  package func string(_ index: Int) -> String {
    String(decoding: utf8(index), as: UTF8.self)
  }

  /// The bytes of a blob, or the UTF-8 of a text.
  package func bytes(_ index: Int) -> [UInt8] {
    let column = Int32(truncatingIfNeeded: index)
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Lends the UTF-8 of a text, or the bytes of a blob, without a copy and only to the closure.
  @inlinable package func withUTF8<T>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T
  ) rethrows -> T {
    try body(utf8(index))
  }

  /// SQLite's own bytes, valid until the column is read in another form or the row is left.
  @usableFromInline func utf8(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let column = Int32(truncatingIfNeeded: index)
    let start = sqlite3_column_text(statement, column)
    // Asked in this order: fetching the text may convert it, and only then is the length known.
    let count = Int(sqlite3_column_bytes(statement, column))
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
  }
}
