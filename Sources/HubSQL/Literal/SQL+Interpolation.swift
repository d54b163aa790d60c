extension SQL: ExpressibleByStringInterpolation {
  /// Text from the code, as it stands.
  @inlinable package init(stringLiteral text: String) {
    self.init(raw: text)
  }

  /// Text from the code with values and pieces in it.
  @inlinable package init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.sql
  }

  /// Collects the pieces of a literal; what each form of `\(…)` means is said at its function.
  @usableFromInline package struct StringInterpolation: StringInterpolationProtocol {
    @usableFromInline var sql = SQL()

    /// Reserves the room that the compiler says will be needed.
    @inlinable package init(literalCapacity: Int, interpolationCount: Int) {
      sql.text.reserveCapacity(literalCapacity + interpolationCount)
      sql.bindings.reserveCapacity(interpolationCount)
    }

    /// The text between the interpolations, as it stands.
    @inlinable package mutating func appendLiteral(_ literal: String) {
      sql.text += literal
    }

    /// `\(value)` becomes `?` and the value is bound.
    @inlinable package mutating func appendInterpolation(_ value: some SQLBindable) {
      sql.text += "?"
      sql.bindings.append(value.sqlValue)
    }

    /// The same for a value that may be missing, which is NULL then. The compiler takes an optional
    /// for a mistake where only the general form accepts it.
    @inlinable package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      sql.text += "?"
      sql.bindings.append(value.sqlValue)
    }

    /// A string literal in `\("…")` is a value like any other: without this overload the compiler
    /// would read it as SQL.
    @inlinable package mutating func appendInterpolation(_ value: String) {
      sql.text += "?"
      sql.bindings.append(.text(value))
    }

    /// `\(sql)` splices another piece, together with its bindings.
    @inlinable package mutating func appendInterpolation(_ piece: SQL) {
      sql += piece
    }

    /// `\(raw: text)` splices text as it stands: for names from the code, never for input.
    @inlinable package mutating func appendInterpolation(raw text: String) {
      sql.text += text
    }

    /// `\(list: values)` becomes `?, ?, ?, ?`, for `IN (…)`: the last value is repeated until there
    /// are 1, 2, 4, 8 … of them, so that lists of any length make few texts and a prepared
    /// statement is found again. An empty list becomes `NULL`, because `IN ()` is not standard and
    /// `IN (NULL)` is never true. (Nor is `NOT IN (NULL)`.)
    @inlinable package mutating func appendInterpolation(list values: [some SQLBindable]) {
      guard let last = values.last?.sqlValue else {
        sql.text += "NULL"
        return
      }
      let count = values.count
      let whole = count & (count - 1) == 0 ? count : 1 << (Int.bitWidth - count.leadingZeroBitCount)
      sql.text += "?" + String(repeating: ", ?", count: whole - 1)
      for value in values { sql.bindings.append(value.sqlValue) }
      for _ in count..<whole { sql.bindings.append(last) }
    }
  }
}
