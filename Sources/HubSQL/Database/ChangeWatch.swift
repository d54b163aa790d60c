/// Tells whether anything was committed to a file, by any process: a connection that never writes
/// itself, and so is told of every commit (SQLite's `PRAGMA data_version`).
final class ChangeWatch: @unchecked Sendable {
  // Unchecked: the connection is only used inside `lock`.
  private let lock: Lock
  private let path: String
  private let busyTimeout: Int32
  private var connection: Connection?
  private var isClosed = false

  init(path: String, busyTimeout: Int32) throws {
    lock = try Lock()
    self.path = path
    self.busyTimeout = busyTimeout
  }

  /// A number that is another one after every commit.
  func version() throws -> Int64 {
    try lock.around {
      if isClosed { throw SQLError.misuse("the database is closed") }
      let watching =
        try connection ?? Connection(path: path, mode: .readOnly, busyTimeout: busyTimeout)
      connection = watching
      return try watching.first("PRAGMA data_version", []) { $0.int64(0) } ?? 0
    }
  }

  func close() {
    lock.around {
      isClosed = true
      connection = nil
    }
  }
}
