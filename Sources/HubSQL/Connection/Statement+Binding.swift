import CSQLite

extension Statement {
  /// Values above this many bytes are let go after the run, so that an idle statement in the cache
  /// does not hold on to an attachment.
  private static let largeValue = 4096

  /// Binds every `?`. Throws when the number of values is not the number of `?`, on NaN, and on a
  /// value beyond SQLite's size limit.
  func bind(_ values: [SQLValue]) throws {
    guard values.count == parameterCount else {
      throw SQLError.misuse(
        "the statement has \(parameterCount) parameters and was given \(values.count) values",
        sql: text)
    }
    var index: Int32 = 0
    for value in values {
      index += 1
      let result = bind(value, at: index)
      guard result == SQLITE_OK else { throw refusal(of: value, result) }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null:
      return sqlite3_bind_null(handle, index)
    case .integer(let number):
      return sqlite3_bind_int64(handle, index, number)
    case .real(let number):
      return number.isNaN ? SQLITE_MISMATCH : sqlite3_bind_double(handle, index, number)
    case .text(let text):
      return bind(text, at: index)
    case .blob(let bytes):
      if bytes.count > Self.largeValue { holdsLargeValue = true }
      return bytes.withUnsafeBytes { bytes in
        hub_sqlite_bind_blob(handle, index, bytes.baseAddress, UInt64(bytes.count))
      }
    }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    let result = text.utf8.withContiguousStorageIfAvailable { utf8 in
      if utf8.count > Self.largeValue { holdsLargeValue = true }
      return hub_sqlite_bind_text(handle, index, utf8.baseAddress, UInt64(utf8.count))
    }
    // Only a string bridged from elsewhere has no contiguous storage; a copy has.
    return result ?? bind(String(decoding: Array(text.utf8), as: UTF8.self), at: index)
  }

  private func refusal(of value: SQLValue, _ result: Int32) -> SQLError {
    if case .real(let number) = value, number.isNaN {
      return SQLError(
        code: result, extendedCode: result, message: "NaN cannot be stored", sql: text)
    }
    return SQLError(result: result, sql: text)
  }

  /// Ends the run, whose locks go with it. Returns SQLite's result, which after an early end of an
  /// INSERT … RETURNING may be the only word of a failure.
  @discardableResult func reset() -> Int32 {
    isBusy = false
    let result = sqlite3_reset(handle)
    if holdsLargeValue {
      sqlite3_clear_bindings(handle)
      holdsLargeValue = false
    }
    return result
  }
}
