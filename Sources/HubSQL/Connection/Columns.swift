import CSQLite

/// The columns of a running query's current row, for whoever reads them all, one after another.
///
/// Valid like the row: inside the closure that was given it. It looks a column up once for its
/// class and its value, where `Row` does so for each question.
package final class Columns {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { self.statement = statement }

  // SQLite calls these values unprotected and warns of other threads; a connection of ours is used
  // by one thread at a time.
  private func value(_ index: Int) -> OpaquePointer? {
    sqlite3_column_value(statement, Int32(truncatingIfNeeded: index))
  }

  /// Whether the column is NULL.
  package func isNull(_ index: Int) -> Bool { sqlite3_value_type(value(index)) == SQLITE_NULL }

  /// The number; 0 for NULL.
  package func int64(_ index: Int) -> Int64 { sqlite3_value_int64(value(index)) }

  /// The text; "" for NULL.
  package func string(_ index: Int) -> String {
    let value = value(index)
    guard let start = sqlite3_value_text(value) else { return "" }
    let count = Int(sqlite3_value_bytes(value))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

extension Row {
  /// The row's columns, to be read in one go.
  package var columns: Columns { Columns(statement) }
}
