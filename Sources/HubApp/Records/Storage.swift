import HubFiles
import HubModel
import HubSQL

/// Turns what the database cannot do now into a refusal that a person can act on.
enum Storage {
  static func refusing<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as SQLError {
      throw refusal(for: error) ?? error
    } catch let error as FileError {
      throw refusal(for: error)
    }
  }

  /// What could not be written into a file beside the database.
  private static func refusal(for error: FileError) -> Refusal {
    if error.isFull { return .unavailable(Fault("diskFull")) }
    if error.isFault { return .unavailable(Fault("diskFault")) }
    return .unavailable(
      Fault("fileNotWritten", ["path": error.path, "detail": error.detail]))
  }

  /// nil for an error that is a bug of ours.
  static func refusal(for error: SQLError) -> Refusal? {
    switch error.kind {
    case .busy: .unavailable(Fault("databaseBusy"))
    case .occupied: .unavailable(Fault("databaseOccupied"))
    case .interrupted: .unavailable(Fault("tooMuchWork"))
    case .full: .unavailable(Fault("diskFull"))
    case .readOnly: .unavailable(Fault("databaseReadOnly"))
    case .moved: .unavailable(Fault("databaseMoved"))
    case .io: .unavailable(Fault("diskFault"))
    case .notADatabase: .unavailable(Fault("notADatabase"))
    case .empty: .unavailable(Fault("databaseEmpty"))
    case .corrupt: .unavailable(Fault("databaseDamaged"))
    case .outOfFiles: .unavailable(Fault("outOfFiles"))
    case .forbidden: .unavailable(Fault("databaseForbidden"))
    case .cannotOpen: .unavailable(Fault("databaseMissing"))
    case .tooNew(let found, let known):
      .unavailable(
        Fault("databaseTooNew", ["found": String(found), "known": String(known)]))
    case .otherMigration(let number):
      .unavailable(Fault("databaseOfOtherMaking", ["number": String(number)]))
    default: nil
    }
  }
}
