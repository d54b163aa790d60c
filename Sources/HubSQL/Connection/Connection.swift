import CSQLite

/// One connection to a SQLite database. It is not Sendable: one thread uses it at a time.
///
/// Statements are prepared once and kept by their text. Every function throws `SQLError`.
@usableFromInline package final class Connection {
  /// What may be done with the file.
  package enum Mode: Sendable {
    /// Read and write, and make the file when it is missing.
    case create
    case readWrite
    case readOnly
    /// Only read a file that others may be writing, and leave its bytes and its mode as they are.
    case reading
    /// Only read a file that nobody changes meanwhile, such as a backup: nothing is made beside it,
    /// also where it was left in the mode with a log. A log with something in it is read as well.
    case still

    var mayWrite: Bool { self == .create || self == .readWrite }
  }

  let database: OpaquePointer
  let busyTimeout: Int32
  var cache = StatementCache()

  /// How many bodies of transactions and savepoints are running.
  var depth = 0

  /// Why SQLite undid the transaction that a running body believes to be in.
  var lostTransaction: SQLError?

  /// What whoever writes in the running transaction wants to remember until it ends.
  package var transactionNote: Int64?

  /// Refuses whatever could change the database: set while a connection that could write serves
  /// a reader.
  var refusesWrites = false

  /// What bounds the work of the statements that run now.
  var budget: StepBudget?

  /// The names of the functions that statements know beside SQLite's own.
  var definedFunctions: Set<String> = []

  /// How many statements were run since opening, without those that begin and end transactions.
  package internal(set) var statementCount = 0

  /// Opens the file at `path`, or a private database for ":memory:".
  ///
  /// - Parameters:
  ///   - milliseconds: how long to wait for another connection's lock before `.busy`.
  ///   - applicationID: marks a database that is made as this program's, and refuses as
  ///     `.notADatabase` one that has tables and another mark, as `.empty` one that has none and
  ///     is not made here. Without it any database is taken.
  /// - Throws: `.cannotOpen` for a missing file or folder, `.notADatabase` for another sort of
  ///   file, `.busy`, `.readOnly` for a file that `mode` wants to write and may not.
  package init(
    path: String, mode: Mode = .create, busyTimeout milliseconds: Int32 = 5000,
    applicationID: Int32? = nil
  ) throws {
    database = try Connection.open(path, mode)
    busyTimeout = milliseconds
    // From here on `deinit` closes the handle, also when this throws.
    try configure(mode, applicationID)
  }

  deinit {
    // The form that lets the cached statements be finalized afterwards.
    sqlite3_close_v2(database)
  }

  /// How many rows the last INSERT, UPDATE or DELETE touched, without those of triggers.
  package var changes: Int { Int(sqlite3_changes64(database)) }

  /// How many rows were touched since opening, those of triggers and of undone writes too.
  var totalChanges: Int64 { sqlite3_total_changes64(database) }

  /// Whether a transaction or savepoint is open.
  package var inTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

  /// The connection's current error. Notes when it has cost the running transaction.
  @inline(never) func failure(_ sql: String?) -> SQLError {
    noteLoss(SQLError(of: database, sql: sql))
  }

  /// The error for a result, noted likewise.
  @inline(never) func noteLoss(_ error: SQLError) -> SQLError {
    if depth > 0, lostTransaction == nil, !inTransaction { lostTransaction = error }
    return error
  }
}
