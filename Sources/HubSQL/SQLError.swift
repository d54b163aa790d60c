/// What went wrong in the database. It never carries bound values, so it may be logged.
package struct SQLError: Error, Sendable, Hashable {
  /// SQLite's primary result code, for example 19 for a broken constraint.
  package let code: Int32

  /// SQLite's extended result code, which says which constraint or which I/O call.
  package let extendedCode: Int32

  /// The message for a log: English, one sentence, no values.
  package let message: String

  /// The statement with its `?`, where one was involved.
  package let sql: String?

  /// What the caller can act upon.
  package let kind: Kind

  /// What went wrong, as far as a caller can act upon it.
  package enum Kind: Sendable, Hashable {
    /// Another connection holds the lock, and still did when the busy timeout ran out.
    case busy
    /// Somebody has open, in the mode without a log, what is to be brought into the one with it.
    case occupied
    /// The disk or the permitted size is full. The transaction is undone.
    case full
    /// The file, its folder or the connection only permits reading.
    case readOnly
    /// The file is no SQLite database, or another program's.
    case notADatabase
    /// The file has nothing in it: no table.
    case empty
    /// The file or its folder is missing or may not be opened.
    case cannotOpen
    /// The file or its folder is there, and whoever runs the process may not open it.
    case forbidden
    /// The process has as many files open as it may: the file itself may be there and in order.
    case outOfFiles
    /// The file was removed, renamed or replaced while it was open.
    case moved
    /// The file is damaged.
    case corrupt
    /// The schema refused the data.
    case constraint(what: Constraint)
    /// The statement was interrupted.
    case interrupted
    /// The operating system failed to read or write.
    case io
    /// A newer version of the program has migrated the database: the highest migration in it, and
    /// the highest this program knows.
    case tooNew(found: Int, known: Int)
    /// The database was made by another text of a migration that this program knows too.
    case otherMigration(number: Int)
    /// A mistake in the program: wrong SQL, a wrong number of values.
    case other
  }

  /// Which sort of constraint refused the data.
  package enum Constraint: Sendable, Hashable {
    /// A value that may be there once, primary keys included: of which table, and in which of its
    /// columns together.
    case unique(table: String, columns: [String])
    case foreignKey, check, notNull
    /// A trigger's refusal, or a value of the wrong type for a STRICT table.
    case other
  }

  /// An error by SQLite's codes, from which `kind` follows where none is given.
  package init(
    code: Int32, extendedCode: Int32, message: String, sql: String? = nil, kind: Kind? = nil
  ) {
    self.code = code
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
    self.kind = kind ?? Kind(extendedCode: extendedCode, message: message)
  }
}

extension SQLError: CustomStringConvertible {
  /// One line: the message, the code and the statement.
  package var description: String {
    "\(message) (SQLite \(extendedCode))" + (sql.map { " in: \($0)" } ?? "")
  }
}
