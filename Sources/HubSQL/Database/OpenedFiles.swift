import CSQLite
import HubFiles

/// The files that a database was opened with: the data and, beside it, the log and its index. Once
/// one of them was removed, renamed or replaced, what is written is lost, and whoever opens the
/// database by its path sees another one.
struct OpenedFiles: Sendable {
  private let files: [(path: String, identity: FileIdentity)]

  /// - Parameter writer: has read the file, and so made what stands beside it.
  init(of writer: Connection) throws {
    let path = writer.path
    files = ([""] + Database.companions).compactMap { suffix in
      FileIdentity(of: path + suffix).map { (path + suffix, $0) }
    }
    try check(writer)
  }

  /// - Parameter writer: whose file is looked at itself, and not only what its path leads to.
  /// - Throws: `.moved`.
  func check(_ writer: Connection? = nil) throws {
    let isInPlace = files.allSatisfy { FileIdentity(of: $0.path) == $0.identity }
    guard isInPlace, writer?.hasMoved != true else {
      // SQLITE_READONLY_DBMOVED, which the header composes with a shift.
      throw SQLError(result: SQLITE_READONLY | 4 << 8)
    }
  }
}

extension OpenedFiles {
  /// From how many bytes on a log is emptied rather than written on. SQLite folds it into the file
  /// all along, but begins it anew only at a moment at which nobody reads from it, and while people
  /// read without a pause it never finds one.
  static let largeLog = 16 << 20

  /// Empties a log that has become large, unless somebody reads from it for longer than a moment.
  func tidyLog(of writer: Connection) {
    guard let log = files.first(where: { $0.path.hasSuffix("-wal") }),
      FilePlace.size(of: log.path) > Self.largeLog
    else { return }
    try? writer.emptyLog(waiting: 20)
  }
}

extension Connection {
  /// Whether its file is no longer the one that its path leads to.
  var hasMoved: Bool { hub_sqlite_has_moved(database) != 0 }

  /// The full path of its file, with links followed; empty in memory.
  var path: String { Self.path(of: database) }

  static func path(of database: OpaquePointer) -> String {
    sqlite3_db_filename(database, "main").map { String(cString: $0) } ?? ""
  }
}
