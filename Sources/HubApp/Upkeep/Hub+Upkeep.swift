import HubSQL

extension Hub {
  /// A data file and everything that belongs to it: nothing else is ever written there.
  package static func files(of database: String) -> [String] {
    [database] + companions(of: database) + [Backup.headPath(of: database)]
  }

  /// What may stand beside a data file that is in use, or was when a process was killed.
  package static func companions(of database: String) -> [String] {
    Database.companions.map { database + $0 }
  }

  /// Checks the whole database as it is now, while others go on reading and writing.
  ///
  /// - Parameter kept: a head that was kept elsewhere.
  package func verify(
    against kept: Head? = nil, progress: Verification.Progress = { _, _ in }
  ) throws -> Verification {
    try Storage.refusing {
      try database.read { try Verification.of($0, schema, against: kept, progress: progress) }
    }
  }

  /// The end of the history, ready to be written down and kept elsewhere.
  package func headFile() throws -> HeadFile {
    try Storage.refusing {
      HeadFile(head: try database.read { try History.head($0) }, time: clock())
    }
  }
}
