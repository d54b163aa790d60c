/// One value as the database stores it: the five storage classes, and nothing else.
@usableFromInline package enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  /// A finite or infinite number. NaN is refused when it is bound: SQLite would store NULL.
  case real(Double)
  /// Text of any length, which may contain NUL.
  case text(String)
  case blob([UInt8])
}
