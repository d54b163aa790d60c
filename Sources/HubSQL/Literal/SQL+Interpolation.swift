extension SQL: ExpressibleByStringInterpolation {
  @usableFromInline package init(stringLiteral text: String) {
    self.init(raw: text)
  }

  @usableFromInline package init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.sql
  }

  /// Collects the pieces of a literal; what each form of `\(…)` means is said at its function.
  @usableFromInline package struct StringInterpolation: StringInterpolationProtocol {
    var sql = SQL()

    @usableFromInline package init(literalCapacity: Int, interpolationCount: Int) {
      sql.text.reserveCapacity(literalCapacity + interpolationCount)
      sql.bindings.reserveCapacity(interpolationCount)
    }

    @usableFromInline package mutating func appendLiteral(_ literal: String) {
      sql.text += literal
    }

    /// `\(value)` becomes `?` and the value is bound.
    package mutating func appendInterpolation(_ value: some SQLBindable) {
      sql.text += "?"
      sql.bindings.append(value.sqlValue)
    }

    /// The same for a value that may be missing, which is NULL then. The compiler takes an optional
    /// for a mistake where only the general form accepts it.
    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      sql.text += "?"
      sql.bindings.append(value.sqlValue)
    }

    /// A string literal in `\("…")` is a value like any other: without this overload the compiler
    /// would read it as SQL.
    package mutating func appendInterpolation(_ value: String) {
      sql.text += "?"
      sql.bindings.append(.text(value))
    }

    /// `\(sql)` splices another piece, together with its bindings.
    package mutating func appendInterpolation(_ piece: SQL) {
      sql += piece
    }

    /// `\(raw: text)` splices text as it stands: for names from the code, never for input.
    package mutating func appendInterpolation(raw text: String) {
      sql.text += text
    }

    /// `\(list: values)` becomes `?, ?, ?`, for `IN (…)`. An empty list becomes `NULL`, because
    /// `IN ()` is not standard and `IN (NULL)` is never true. (Nor is `NOT IN (NULL)`.)
    package mutating func appendInterpolation(list values: [some SQLBindable]) {
      guard !values.isEmpty else {
        sql.text += "NULL"
        return
      }
      for (index, value) in values.enumerated() {
        sql.text += index == 0 ? "?" : ", ?"
        sql.bindings.append(value.sqlValue)
      }
    }
  }
}
