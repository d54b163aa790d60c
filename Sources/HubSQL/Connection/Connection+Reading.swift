import CSQLite
import HubFiles

extension Connection {
  /// Refuses to write, and leaves what somebody else left in a log where it stands.
  func leaveAsItIs() throws {
    refusesWrites = true
    guard !FilePlace(path + "-wal").beginning(1).isEmpty else { return }
    let result = hub_sqlite_configure(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    guard result == SQLITE_OK else { throw SQLError(result: result) }
  }

  /// Opens a file only to be read, whatever can be written where it is: beside others who write, or
  /// on what can only be read.
  ///
  /// - Throws: `.readOnly` where what was written last stands in a log that cannot be read there;
  ///   otherwise as opening does.
  static func forReading(
    path: String, busyTimeout: Int32, applicationID: Int32?
  ) throws -> Connection {
    do {
      return try Connection(
        path: path, mode: .reading, busyTimeout: busyTimeout, applicationID: applicationID)
    } catch let error as SQLError where error.asksForWriting && FilePlace(path).isTaken {
      // Nobody can write there, so that nobody changes it meanwhile.
      guard FilePlace(path + "-wal").beginning(1).isEmpty else {
        throw SQLError(
          code: error.code, extendedCode: error.extendedCode, message: error.message,
          kind: .readOnly)
      }
      return try Connection(
        path: path, mode: .still, busyTimeout: busyTimeout, applicationID: applicationID)
    }
  }
}

extension SQLError {
  /// Whether it may be that only writing failed, to the file or beside it.
  var asksForWriting: Bool { [.cannotOpen, .forbidden, .readOnly].contains(kind) }
}
