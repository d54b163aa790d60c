/// One value as the database stores it: the five storage classes, and nothing else.
@usableFromInline package enum SQLValue: Sendable, Hashable {
  /// No value; equal to nothing in SQL, not even to itself.
  case null
  /// A whole number of 64 bits.
  case integer(Int64)
  /// A finite or infinite number. NaN is refused when it is bound: SQLite would store NULL.
  case real(Double)
  /// Text of any length, which may contain NUL.
  case text(String)
  /// Bytes as they are.
  case blob([UInt8])
}
