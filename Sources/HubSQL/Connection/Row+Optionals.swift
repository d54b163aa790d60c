import CSQLite

extension Row {
  /// The number, or nil for NULL.
  package func optionalInt64(_ index: Int) -> Int64? { isNull(index) ? nil : int64(index) }

  /// The text, or nil for NULL.
  package func optionalString(_ index: Int) -> String? { isNull(index) ? nil : string(index) }

  /// The bytes, or nil for NULL.
  package func optionalBytes(_ index: Int) -> [UInt8]? { isNull(index) ? nil : bytes(index) }

  /// The column as it is stored.
  package func value(_ index: Int) -> SQLValue {
    switch sqlite3_column_type(statement, Int32(truncatingIfNeeded: index)) {
    case SQLITE_INTEGER: .integer(int64(index))
    case SQLITE_FLOAT: .real(double(index))
    case SQLITE_TEXT: .text(string(index))
    case SQLITE_BLOB: .blob(bytes(index))
    default: .null
    }
  }
}
