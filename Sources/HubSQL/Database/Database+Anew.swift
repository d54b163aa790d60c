extension Database {
  /// Reads over a connection that is opened for it and remembers nothing: what the file says now,
  /// or that there is none any more. For ":memory:" it is the only one.
  package func readAnew<T>(_ body: (Connection) throws -> T) throws -> T {
    guard let pool else { return try read(body) }
    return try pool.lendNew { reader in
      try reader.transaction(.deferred) { try body(reader) }
    }
  }
}

extension Connection {
  /// Whether there is anything in the database, which is asked of the file.
  package var hasTables: Bool {
    get throws { try first("SELECT 1 FROM sqlite_schema LIMIT 1") { _ in true } ?? false }
  }
}
