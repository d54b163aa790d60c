import Foundation
import HubFiles
package import HubModel
import HubSQL

/// Copies of a whole database: written while it is in use, and put back.
package enum Backup {
  /// What is being done, for a progress bar.
  package enum Phase: Sendable {
    case copying, verifying
  }

  /// Told how much of a phase is done: pages, then entries and records.
  package typealias Progress = (_ phase: Phase, _ done: Int64, _ total: Int64) -> Void

  /// Where the head of a backup is kept.
  package static func headPath(of file: String) -> String { file + ".head" }

  /// Copies the database as it is at the call, checks the copy and writes its head beside it.
  /// Others go on reading and writing. An older backup is only replaced by one that is sound and
  /// holds its history.
  ///
  /// - Parameter overwriting: whether anything that is there may be lost; never the database
  ///   itself, whose writers would go on writing into a file that nobody finds any more.
  /// - Returns: what the check of the copy found: nothing but what follows from records and is kept
  ///   otherwise, which is copied as it is.
  /// - Throws: `Refusal.conflict` where something else is there, or in use; `invalid` with the
  ///   findings where the copy is not sound; `unavailable` where it cannot be written.
  @discardableResult
  package static func write(
    _ hub: Hub, to file: String, overwriting: Bool = false,
    progress: @escaping Progress = { _, _, _ in }
  ) throws -> Verification {
    try Storage.refusing {
      let place = BackupPlace(file)
      try place.spare(hub)
      if !overwriting { try place.recognize(hub) }
      let copy = try DurableFile(at: place.file, isConfidential: true)
      defer { copy.discard() }
      try hub.database.read { connection in
        // Takes the snapshot of which the copy is made.
        _ = try History.head(connection)
        try connection.backup(to: copy.beside) { remaining, total in
          progress(.copying, Int64(total - remaining), Int64(total))
        }
      }
      let found = try verify(copy.beside, hub.schema, against: nil, progress)
      try retire(place.file)
      try copy.land()
      try DurableFile.write(
        Array(HeadFile(head: found.head, time: hub.clock()).text.utf8), to: place.head,
        isConfidential: true)
      return found
    }
  }

  /// Puts a backup in a database's place, of this version of the program or an earlier one: copies
  /// it, brings the copy up to date, checks that, and moves it. Until the last moment the place
  /// holds what it held before.
  ///
  /// - Parameters:
  ///   - overwriting: whether a database that is there may be lost.
  ///   - kept: a head that was kept elsewhere; without it, the head beside the backup counts.
  ///   - schema: what the program knows of such files.
  /// - Throws: `Refusal.conflict` where a database is there or in use, or is the backup itself;
  ///   `invalid` with the findings where the backup is not sound; `unavailable` where it is none or cannot be read.
  @discardableResult
  package static func restore(
    _ file: String, to database: String, overwriting: Bool = false, against kept: Head? = nil,
    schema: Schema = .current, clock: @escaping @Sendable () -> Moment = Hub.systemClock,
    progress: @escaping Progress = { _, _, _ in }
  ) throws -> Verification {
    let place = FilePlace(database)
    if place.isSame(as: FilePlace(file)) {
      throw Refusal.conflict(Fault("dataFileSpared", ["path": file]))
    }
    guard overwriting || !place.isTaken else {
      throw Refusal.conflict(Fault("databaseThere", ["path": database]))
    }
    return try Storage.refusing {
      let text = try? String(contentsOfFile: headPath(of: file), encoding: .utf8)
      let besideBackup = try text.map { try HeadFile(text: $0).head }
      let source = try Connection(path: file, mode: .still, applicationID: Hub.applicationID)
      let copy = try DurableFile(at: place, isConfidential: true)
      defer {
        copy.discard()
        removeLog(of: copy.beside)
      }
      try source.backup(to: copy.beside) { remaining, total in
        progress(.copying, Int64(total - remaining), Int64(total))
      }
      try bringUpToDate(copy.beside, schema, clock)
      // As one file, with nothing in a log beside it.
      try retire(FilePlace(copy.beside))
      // What will be in place is checked, not what it was copied from.
      let found = try verify(copy.beside, schema, against: kept ?? besideBackup, progress)
      try retire(place)
      try copy.land()
      return found
    }
  }

  /// Checks a file and leaves its bytes as they are. One of an earlier version is checked as what it
  /// would be restored to: in a copy that goes again.
  ///
  /// - Parameter kept: a head that was kept elsewhere.
  /// - Throws: `Refusal.unavailable` where it is no such file or cannot be read.
  package static func check(
    _ file: String, against kept: Head? = nil, schema: Schema = .current,
    clock: @escaping @Sendable () -> Moment = Hub.systemClock,
    progress: @escaping Verification.Progress = { _, _ in }
  ) throws -> Verification {
    do {
      let hub = try Hub.open(file, forReading: true, readers: 1, schema: schema, clock: clock)
      defer { hub.close() }
      return try hub.verify(against: kept, progress: progress)
    } catch Refusal.unavailable(let fault) where fault.code == "databaseOutdated" {
      return try Storage.refusing {
        let folder = FileManager.default.temporaryDirectory.path
        let copy = try DurableFile(at: FilePlace(folder + "/hub-check.db"), isConfidential: true)
        defer {
          copy.discard()
          removeLog(of: copy.beside)
        }
        let source = try Database(
          path: file, readers: 1, mode: .reading, applicationID: Hub.applicationID)
        defer { source.close() }
        try source.read { try $0.backup(to: copy.beside) }
        try bringUpToDate(copy.beside, schema, clock)
        let updated = try Hub.open(copy.beside, forReading: true, readers: 1, schema: schema)
        defer { updated.close() }
        return try updated.verify(against: kept, progress: progress)
      }
    }
  }

  /// A backup of an earlier version becomes one of this, with what follows from its records
  /// computed anew.
  private static func bringUpToDate(
    _ copy: String, _ schema: Schema, _ clock: @escaping @Sendable () -> Moment
  ) throws {
    let hub = try Hub.open(copy, readers: 1, schema: schema, keepsCopy: false, clock: clock)
    defer { hub.close() }
    try Rebuild.run(hub)
  }

  /// - Throws: `Refusal.invalid` with the findings of a copy that is not sound.
  private static func verify(
    _ path: String, _ schema: Schema, against kept: Head?, _ progress: Progress
  ) throws -> Verification {
    let copy = try Connection(path: path, mode: .still, applicationID: Hub.applicationID)
    let found = try Verification.of(copy, schema, against: kept) { progress(.verifying, $0, $1) }
    guard found.isSound else {
      throw Refusal.invalid(
        [Fault("backupNotSound", ["count": String(found.count)])] + found.findings)
    }
    return found
  }

  /// Makes sure that nobody uses the database that is to be replaced, and that nothing of its log
  /// is left beside the new one: SQLite would play it into that.
  private static func retire(_ database: FilePlace) throws {
    guard database.isTaken else { return removeLog(of: database.path) }
    do {
      let old = try Connection(path: database.path, mode: .readWrite, busyTimeout: 0)
      try old.becomeOneFile()
    } catch let error as SQLError where error.kind == .busy {
      throw Refusal.conflict(Fault("databaseInUse", ["path": database.name]))
    } catch is SQLError {
      // It is to be replaced because it is damaged, or is none.
    }
    removeLog(of: database.path)
  }

  private static func removeLog(of database: String) {
    for suffix in Database.companions { unlink(database + suffix) }
  }
}
