import Foundation
import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// Every file that a released version left can be opened, verified, backed up and restored by this
/// one, and nothing that people said or did is another in it.
@Suite struct RecordedDatabaseTests {
  let now: @Sendable () -> Moment = { Moment("2019-10-01T16:00:00Z") ?? Moment(milliseconds: 0) }

  /// The recorded file in a folder of its own.
  private func unpacked(_ number: Int, in place: TemporaryHub) throws -> String {
    let path = place.path("recorded.db")
    try RecordedDatabases.bytes(number).write(to: URL(filePath: path))
    return path
  }

  @Test func `there is one of every schema since digests of migrations are kept`() {
    // The newest need not be recorded before it is released.
    let wanted = Set(2..<Schema.current.migrations.count)
    #expect(wanted.isSubset(of: RecordedDatabases.all), "make it with .ci/record-database")
  }

  @Test(arguments: RecordedDatabases.all)
  func `a recorded file opens, and is sound and up to date`(_ number: Int) throws {
    let place = try TemporaryHub()
    let path = try unpacked(number, in: place)
    let before = try Connection(path: path, mode: .readOnly)
    let head = try History.head(before)
    let kept = try Self.content(before, through: head)
    // What was no kind of record then has none in it.
    let kinds = try Subjects.all.filter { try Self.had($0, before) }
    #expect(kinds.count > 20)
    var events: [Update.Event] = []
    let hub = try Hub.open(path, clock: now, report: { events.append($0) })
    defer { hub.close() }
    let found = try hub.verify(against: head)
    #expect(found.findings == [])
    #expect(found.outdated == [])
    #expect(found.records > 300 && found.entries >= head.entry)
    for subject in kinds {
      #expect(try hub.read(as: .founder) { try Self.count(subject, $0) } > 0, "\(subject.type)")
    }
    // What was recorded is there, value for value.
    let content = try hub.database.read { try Self.content($0, through: head) }
    #expect(content == kept)
    // A second look finds nothing to mend, and a second opening nothing to do.
    #expect(try Rebuild.run(hub).mended == 0)
    hub.close()
    if number < Schema.current.migrations.count {
      #expect(events.first == .kept("\(path).schema-\(number)"))
    }
    events = []
    try Hub.open(path, clock: now, report: { events.append($0) }).close()
    #expect(events == [])
  }

  @Test(arguments: RecordedDatabases.all)
  func `what a recorded file was is kept beside it, and can be restored`(_ number: Int) throws {
    guard number < Schema.current.migrations.count else { return }
    let place = try TemporaryHub()
    let path = try unpacked(number, in: place)
    try Hub.open(path, clock: now).close()
    let copy = "\(path).schema-\(number)"
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    do {
      let connection = try Connection(path: copy, mode: .readOnly)
      #expect(try Migrator.version(of: connection) == number)
    }
    let found = try Backup.restore(copy, to: place.path("restored.db"), clock: now)
    #expect(found.isUpToDate)
    let restored = try Hub.open(place.path("restored.db"), clock: now)
    defer { restored.close() }
    #expect(try restored.verify(against: found.head).isSound)
    #expect(try Migrator.version(of: Connection(path: copy, mode: .readOnly)) == number)
  }

  @Test(arguments: RecordedDatabases.all)
  func `a recorded file is backed up and restored by this version`(_ number: Int) throws {
    let place = try TemporaryHub()
    let path = try unpacked(number, in: place)
    // As a backup of then, with its head beside it.
    let head = try History.head(Connection(path: path, mode: .readOnly))
    try HeadFile(head: head, time: now()).text
      .write(toFile: Backup.headPath(of: path), atomically: true, encoding: .utf8)
    try Backup.restore(path, to: place.path("restored.db"), clock: now)
    let restored = try Hub.open(place.path("restored.db"), clock: now)
    let backup = place.path("backup.db")
    #expect(try Backup.write(restored, to: backup).isUpToDate)
    restored.close()
    try Backup.restore(backup, to: place.path("again.db"), clock: now)
    let again = try Hub.open(place.path("again.db"), clock: now)
    defer { again.close() }
    #expect(try again.verify(against: head).isSound)
    let left = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
    #expect(left.filter { $0.contains("restoring") || $0.contains("writing") } == [])
  }

  private static func had<R: Stored>(_ subject: R.Type, _ connection: Connection) throws -> Bool {
    try connection.first("SELECT 1 FROM sqlite_schema WHERE name = \(R.type.table)") { _ in true }
      ?? false
  }

  private static func count<R: Stored>(_ type: R.Type, _ reading: Reading) throws -> Int {
    try reading.loadAll(R.self, where: "1 = 1").count
  }

  /// What no version may change: what was said, by whom, when, and what went out. What a version adds
  /// when it brings the file up to date follows after.
  private static func content(_ connection: Connection, through head: Head) throws -> [String] {
    let history = try connection.query(
      """
      SELECT id, at, actor, record, act, content, hex(digest) FROM history \
      WHERE id <= \(head.entry) ORDER BY id
      """
    ) { row in
      (0..<7).map { row.optionalString($0) ?? "–" }.joined(separator: "|")
    }
    let editions = try connection.query(
      "SELECT record, number, at, note_en, note_fr, text FROM editions ORDER BY record, number"
    ) { row in
      (0..<6).map { row.optionalString($0) ?? "–" }.joined(separator: "|")
    }
    return history + editions
  }
}
