import HubThreads

/// Tells whether anything was committed to a file, by any process: by the WAL-index that all of
/// them share, which is a look into memory; where that is of no use, by a connection that never
/// writes itself, and so is told of every commit (SQLite's `PRAGMA data_version`).
final class ChangeWatch: @unchecked Sendable {
  // Unchecked: everything that changes is only used inside `lock`.
  private let lock = Lock()
  private let open: @Sendable () throws -> Connection
  private var connection: Connection?
  private var index: WALIndex?
  private var isClosed = false
  private var version: Int64 = 0
  /// What was seen last, in each of the two ways.
  private var header: WALIndex.Header?
  private var dataVersion: Int64?

  /// - Parameter open: opens a connection that never writes.
  init(open: @escaping @Sendable () throws -> Connection) { self.open = open }

  /// A number that grows with every commit, now and then also without one.
  func current() throws -> Int64 {
    try lock.held {
      if isClosed { throw SQLError.misuse("the database is closed") }
      if let found = index?.header() {
        if found != header { version += 1 }
        header = found
        return version
      }
      let found = try asked()
      if found != dataVersion { version += 1 }
      dataVersion = found
      return version
    }
  }

  private func asked() throws -> Int64? {
    let watching = try connection ?? open()
    connection = watching
    let version = try watching.first("PRAGMA data_version", []) { $0.int64(0) }
    index = index ?? watching.walIndex
    return version
  }

  func close() {
    lock.held {
      isClosed = true
      index = nil
      connection = nil
    }
  }
}
