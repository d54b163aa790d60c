extension Connection {
  /// Every row of the query, in order, as `row` makes it.
  @inlinable package func query<T>(
    _ sql: SQL, _ row: (borrowing Row) throws -> T
  ) throws -> [T] {
    try query(sql.text, sql.bindings, row)
  }

  /// The same, without building a literal: one value for each `?`.
  @inlinable package func query<T>(
    _ text: String, _ bindings: [SQLValue], _ row: (borrowing Row) throws -> T
  ) throws -> [T] {
    let statement = try start(text, bindings)
    var rows: [T] = []
    do {
      while try step(statement) { rows.append(try row(Row(statement.handle))) }
    } catch {
      abandon(statement)
      throw error
    }
    try finish(statement)
    return rows
  }

  /// The first row, or nil when there is none. Further rows are not fetched.
  @inlinable package func first<T>(
    _ sql: SQL, _ row: (borrowing Row) throws -> T
  ) throws -> T? {
    try first(sql.text, sql.bindings, row)
  }

  /// The same, without building a literal: one value for each `?`.
  @inlinable package func first<T>(
    _ text: String, _ bindings: [SQLValue], _ row: (borrowing Row) throws -> T
  ) throws -> T? {
    let statement = try start(text, bindings)
    let found: T?
    do {
      found = try step(statement) ? try row(Row(statement.handle)) : nil
    } catch {
      abandon(statement)
      throw error
    }
    try finish(statement)
    return found
  }

  /// Hands over row after row in constant memory, until `row` returns false or there are no more.
  @inlinable package func forEach(
    _ sql: SQL, _ row: (borrowing Row) throws -> Bool
  ) throws {
    let statement = try start(sql.text, sql.bindings)
    do {
      while try step(statement) {
        guard try row(Row(statement.handle)) else { break }
      }
    } catch {
      abandon(statement)
      throw error
    }
    try finish(statement)
  }
}
