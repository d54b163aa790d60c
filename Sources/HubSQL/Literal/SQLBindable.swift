/// A type whose values can stand for a `?` in a statement.
@usableFromInline package protocol SQLBindable {
  /// The value as the database stores it.
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
  @inlinable package var sqlValue: SQLValue { self }
}

extension Int: SQLBindable {
  @inlinable package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
  @inlinable package var sqlValue: SQLValue { .integer(self) }
}

/// Stored as 0 or 1.
extension Bool: SQLBindable {
  @inlinable package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLBindable {
  @inlinable package var sqlValue: SQLValue { .real(self) }
}

extension String: SQLBindable {
  @inlinable package var sqlValue: SQLValue { .text(self) }
}

extension Substring: SQLBindable {
  @inlinable package var sqlValue: SQLValue { .text(String(self)) }
}

/// Bytes are a blob.
extension Array: SQLBindable where Element == UInt8 {
  @inlinable package var sqlValue: SQLValue { .blob(self) }
}

/// `nil` is NULL.
extension Optional: SQLBindable where Wrapped: SQLBindable {
  @inlinable package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

/// An enum with raw values is stored as its raw value once it declares the conformance.
extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
  @inlinable package var sqlValue: SQLValue { rawValue.sqlValue }
}
