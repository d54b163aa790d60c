import CSQLite
import Glibc

extension SQLError.Kind {
  /// The kind for one of SQLite's extended result codes; the low byte is the primary code.
  ///
  /// - Parameter message: SQLite's own, which alone knows the names of what refused.
  init(extendedCode: Int32, message: String) {
    switch extendedCode & 0xff {
    case SQLITE_READONLY where extendedCode >> 8 == 4: self = .moved
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
    case SQLITE_FULL: self = .full
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_NOTADB: self = .notADatabase
    case SQLITE_CANTOPEN: self = .cannotOpen
    case SQLITE_CORRUPT: self = .corrupt
    case SQLITE_CONSTRAINT:
      self = .constraint(what: .init(extendedCode: extendedCode, message: message))
    case SQLITE_INTERRUPT: self = .interrupted
    case SQLITE_IOERR: self = .io
    default: self = .other
    }
  }
}

extension SQLError.Constraint {
  fileprivate init(extendedCode: Int32, message: String) {
    // The header composes these with shifts, which Swift does not import.
    switch extendedCode >> 8 {
    case 1: self = .check
    case 3: self = .foreignKey
    case 5: self = .notNull
    case 6, 8, 10: self = Self.unique(message)  // primary key, unique, rowid
    default: self = .other
    }
  }

  /// From "UNIQUE constraint failed: people.handle" or "…: records.type, records.number". An index
  /// of an expression is named as "index 'name'", and has no columns.
  private static func unique(_ message: String) -> Self {
    let names = message.split(separator: ": ", maxSplits: 1).last ?? ""
    let pairs = names.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
    let columns = pairs.compactMap { $0.count == 2 ? String($0[1]) : nil }
    return .unique(table: columns.isEmpty ? "" : String(pairs[0][0]), columns: columns)
  }
}

extension SQLError {
  /// The error a connection is in. Read it before the statement is reset.
  init(of database: OpaquePointer?, sql: String? = nil) {
    let code = sqlite3_extended_errcode(database)
    self.init(
      code: code & 0xff, extendedCode: code, message: String(cString: sqlite3_errmsg(database)),
      sql: sql, kind: Self.kind(ofOpening: database, code))
  }

  /// What the system said of a file that could not be opened; nil where that says no more.
  private static func kind(ofOpening database: OpaquePointer?, _ code: Int32) -> Kind? {
    guard code & 0xff == SQLITE_CANTOPEN, let database else { return nil }
    switch sqlite3_system_errno(database) {
    case EMFILE, ENFILE: return .outOfFiles
    case EACCES, EPERM: return .forbidden
    default: return nil
    }
  }

  /// The error for a result code that a connection does not remember.
  init(result: Int32, sql: String? = nil) {
    self.init(
      code: result & 0xff, extendedCode: result, message: String(cString: sqlite3_errstr(result)),
      sql: sql)
  }

  /// A mistake in how the kit was used.
  static func misuse(_ message: String, sql: String? = nil) -> SQLError {
    SQLError(code: SQLITE_MISUSE, extendedCode: SQLITE_MISUSE, message: message, sql: sql)
  }
}
