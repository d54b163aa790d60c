import CSQLite

/// A database by the C library's own calls, set up as the hub sets up its own.
final class CDatabase {
  let handle: OpaquePointer

  init(_ path: String) throws {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READWRITE
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK, let handle else {
      throw BenchFault("cannot open \(path)")
    }
    self.handle = handle
    _ = hub_sqlite_configure(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1)
    _ = hub_sqlite_configure(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = hub_sqlite_configure(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    try run(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;
      """)
  }

  deinit { sqlite3_close_v2(handle) }

  func run(_ text: String) throws {
    guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else {
      throw BenchFault(String(cString: sqlite3_errmsg(handle)))
    }
  }
}

/// A prepared statement by the C library's own calls.
final class CStatement {
  let handle: OpaquePointer
  private let database: OpaquePointer

  init(_ text: String, _ database: CDatabase) throws {
    var handle: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let result = sqlite3_prepare_v3(database.handle, text, -1, flags, &handle, nil)
    guard result == SQLITE_OK, let handle else {
      throw BenchFault(String(cString: sqlite3_errmsg(database.handle)))
    }
    self.handle = handle
    self.database = database.handle
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  func bind(_ index: Int32, _ text: String) {
    var text = text
    _ = text.withUTF8 {
      hub_sqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count))
    }
  }

  func bind(_ index: Int32, _ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes {
      hub_sqlite_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
    }
  }

  /// Steps to the end and resets; answers the first column of the last row.
  @discardableResult func run() throws -> Int64 {
    var number: Int64 = 0
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: number = sqlite3_column_int64(handle, 0)
      case SQLITE_DONE:
        sqlite3_reset(handle)
        return number
      default: throw BenchFault(String(cString: sqlite3_errmsg(database)))
      }
    }
  }

  /// Steps to the one row, hands its columns over as Swift values, and resets.
  func row(_ use: (borrowing CRow) -> Void) throws {
    guard sqlite3_step(handle) == SQLITE_ROW else {
      throw BenchFault("no row: " + String(cString: sqlite3_errmsg(database)))
    }
    use(CRow(handle: handle))
    sqlite3_reset(handle)
  }
}

/// The row on which a statement stands.
struct CRow: ~Copyable {
  let handle: OpaquePointer

  func number(_ index: Int32) -> Int64? {
    sqlite3_column_type(handle, index) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, index)
  }

  func text(_ index: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, index) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, index))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
