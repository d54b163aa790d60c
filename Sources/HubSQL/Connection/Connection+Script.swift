import CSQLite

extension Connection {
  /// Runs several statements one after the other, none of them cached or with values: for
  /// migrations. It stops at the first that fails, and what ran before stays unless the caller
  /// has opened a transaction.
  package func script(_ text: String) throws {
    var text = text
    try text.withUTF8 { utf8 in
      var rest = utf8[...]
      while !rest.isEmpty {
        if let lostTransaction { throw lostTransaction }
        let length = try runFirst(of: UnsafeBufferPointer(rebasing: rest))
        rest = rest.dropFirst(length)
      }
    }
  }

  /// Runs the first statement of the text, if there is one before its end, and returns how many
  /// bytes have been dealt with.
  private func runFirst(of utf8: UnsafeBufferPointer<UInt8>) throws -> Int {
    try utf8.withMemoryRebound(to: CChar.self) { bytes in
      var handle: OpaquePointer?
      var tail: UnsafePointer<CChar>?
      let result = sqlite3_prepare_v3(
        database, bytes.baseAddress, Int32(clamping: bytes.count), 0, &handle, &tail)
      guard result == SQLITE_OK else { throw failure(String(decoding: utf8, as: UTF8.self)) }
      defer { sqlite3_finalize(handle) }
      guard let start = bytes.baseAddress, let tail, tail > start else {
        // SQLite reads no further than a NUL; to stop there in silence would skip the rest.
        throw SQLError.misuse("the script contains a NUL character")
      }
      if let handle { try runOnce(handle) }
      return tail - start
    }
  }

  private func runOnce(_ handle: OpaquePointer) throws {
    if refusesWrites, sqlite3_stmt_readonly(handle) == 0 {
      throw SQLError(result: SQLITE_READONLY)
    }
    statementCount += 1
    var result = sqlite3_step(handle)
    while result == SQLITE_ROW { result = sqlite3_step(handle) }
    guard result == SQLITE_DONE else { throw failure(String(cString: sqlite3_sql(handle))) }
  }
}
