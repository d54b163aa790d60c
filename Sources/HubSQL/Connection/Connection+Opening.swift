import CSQLite
import HubFiles

extension Connection {
  /// SQLite counts the memory that it uses under one lock for all threads, and nobody asks how much
  /// it is. Said before it is first used.
  private static let countsNoMemory: Void = _ = hub_sqlite_count_no_memory()

  static func open(_ path: String, _ mode: Mode) throws -> OpaquePointer {
    _ = countsNoMemory
    // SQLite would make a temporary database for an empty name.
    guard !path.isEmpty else { throw SQLError(result: SQLITE_CANTOPEN) }
    // One thread at a time, so SQLite need not lock for each call. Extended codes say why.
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    switch mode {
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    // Who may write can make what the mode with a log asks for beside the file, and takes it away
    // in the end; where nothing can be written SQLite opens the file for reading by itself.
    case .readWrite, .reading: flags |= SQLITE_OPEN_READWRITE
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .still: flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    }
    let path = mode == .still ? still(path) : path
    var handle: OpaquePointer?
    let result = sqlite3_open_v2(path, &handle, flags, nil)
    guard result == SQLITE_OK, let handle else {
      let error = handle == nil ? SQLError(result: result) : SQLError(of: handle)
      sqlite3_close_v2(handle)
      throw error
    }
    return handle
  }

  /// A name by which SQLite neither locks the file nor makes anything beside it
  /// (sqlite.org/uri.html, "immutable"); one that it opens as usual where there is a log.
  private static func still(_ path: String) -> String {
    let log = FilePlace(FilePlace(path).path + "-wal")
    var name = "file:"
    // What has a meaning in such a name; two slashes at its beginning would name a machine.
    for scalar in (path.hasPrefix("//") ? "/." + path : path).unicodeScalars {
      name +=
        "#%?".unicodeScalars.contains(scalar)
        ? "%" + String(scalar.value, radix: 16) : String(scalar)
    }
    return log.beginning(1).isEmpty ? name + "?immutable=1" : name
  }

  func configure(_ mode: Mode, _ applicationID: Int32?) throws {
    sqlite3_busy_timeout(database, busyTimeout)
    // The file cannot reach into the program: no damage through tricks in its schema, no writing
    // to its own bookkeeping tables. "x" is a name and never a string, as in PostgreSQL.
    for (option, on) in [
      (SQLITE_DBCONFIG_ENABLE_FKEY, Int32(1)), (SQLITE_DBCONFIG_DEFENSIVE, 1),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_DQS_DML, 0),
      (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] {
      let result = hub_sqlite_configure(database, option, on)
      guard result == SQLITE_OK else { throw SQLError(result: result) }
    }
    // A file that is marked as this program's has neither; what somebody put in does nothing.
    for option in applicationID == nil
      ? [] : [SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW]
    {
      let result = hub_sqlite_configure(database, option, 0)
      guard result == SQLITE_OK else { throw SQLError(result: result) }
    }
    // Opening reads nothing; this does, and so tells whether it is a database at all.
    let hasTables = try isTrue("SELECT EXISTS (SELECT 1 FROM sqlite_schema)")
    if let applicationID { try claim(applicationID, hasTables, mode) }
    if mode.mayWrite { try enterWAL() }
    if mode == .reading { try leaveAsItIs() }
    // FULL: what was acknowledged survives a kill and a power loss. Deleted content is zeroed.
    try setUp(
      """
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -8000;
      -- What a log was beyond this it is no longer, once it begins anew.
      PRAGMA journal_size_limit = 4194304;
      -- The first reading makes the log, where there is none yet.
      SELECT 1 FROM sqlite_schema LIMIT 1;
      """)
  }

  private func claim(_ applicationID: Int32, _ hasTables: Bool, _ mode: Mode) throws {
    // Only who may make the file takes one with nothing in it for one that begins.
    guard hasTables || mode == .create else {
      throw SQLError(
        code: SQLITE_NOTADB, extendedCode: SQLITE_NOTADB, message: "the file has no table",
        kind: .empty)
    }
    let found = try firstInteger("PRAGMA application_id")
    guard found != Int64(applicationID) else { return }
    guard !hasTables else {
      throw SQLError(
        code: SQLITE_NOTADB, extendedCode: SQLITE_NOTADB,
        message: "the file is another program's database")
    }
    if mode == .create { try setUp("PRAGMA application_id = \(applicationID)") }
  }

  /// In WAL mode readers and the writer do not wait for each other. The mode stays with the file,
  /// so only the first opening changes it; then SQLite does not wait for another that does the
  /// same, hence the loop.
  private func enterWAL() throws {
    // Else each try would wait as long as all of them may together.
    sqlite3_busy_timeout(database, 0)
    defer { sqlite3_busy_timeout(database, busyTimeout) }
    var patience = busyTimeout
    while true {
      do {
        return try setUp("PRAGMA journal_mode = WAL")
      } catch let error as SQLError where error.kind == .busy {
        guard patience > 0 else {
          throw SQLError(
            code: error.code, extendedCode: error.extendedCode, message: error.message,
            kind: .occupied)
        }
        patience -= sqlite3_sleep(10)
      }
    }
  }

  /// Runs settings: not cached, not counted.
  private func setUp(_ text: String) throws {
    guard sqlite3_exec(database, text, nil, nil, nil) == SQLITE_OK else {
      throw SQLError(of: database, sql: text)
    }
  }

  private func isTrue(_ text: String) throws -> Bool { try firstInteger(text) != 0 }

  private func firstInteger(_ text: String) throws -> Int64 {
    let statement = try Statement(text, on: database, persistent: false)
    guard sqlite3_step(statement.handle) == SQLITE_ROW else {
      throw SQLError(of: database, sql: text)
    }
    return sqlite3_column_int64(statement.handle, 0)
  }
}
