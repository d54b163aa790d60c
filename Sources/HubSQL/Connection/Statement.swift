import CSQLite

/// One prepared statement.
@usableFromInline final class Statement {
  @usableFromInline let handle: OpaquePointer
  let text: String
  let parameterCount: Int

  /// Whether it cannot change the database.
  let isReadOnly: Bool

  /// Whether a caller is between its first step and its reset. It must not be started again until
  /// then: the outer loop would go on in the inner one's rows.
  var isBusy = false

  /// Whether a large value is bound, whose memory SQLite would keep until the next binding.
  var holdsLargeValue = false

  /// When it was last taken from the cache, in the cache's own count.
  var lastUse: UInt64 = 0

  /// Prepares `text`, which holds exactly one statement.
  init(_ text: String, on database: OpaquePointer, persistent: Bool) throws {
    var handle: OpaquePointer?
    var hasTail = false
    var source = text
    let result = source.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { bytes in
        var tail: UnsafePointer<CChar>?
        let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let result = sqlite3_prepare_v3(
          database, bytes.baseAddress, Int32(clamping: bytes.count), flags, &handle, &tail)
        if let start = bytes.baseAddress, let tail {
          hasTail = bytes[(tail - start)...].contains { !Statement.isFiller(UInt8(bitPattern: $0)) }
        }
        return result
      }
    }
    guard result == SQLITE_OK else { throw SQLError(of: database, sql: text) }
    guard let handle else { throw SQLError.misuse("there is no statement in the text", sql: text) }
    guard !hasTail else {
      sqlite3_finalize(handle)
      throw SQLError.misuse("there is more than one statement in the text", sql: text)
    }
    self.handle = handle
    self.text = text
    parameterCount = Int(sqlite3_bind_parameter_count(handle))
    isReadOnly = sqlite3_stmt_readonly(handle) != 0
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Whether a byte after the statement means nothing: white space or a further semicolon.
  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }
}
