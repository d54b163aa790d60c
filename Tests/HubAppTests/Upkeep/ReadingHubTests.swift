import Foundation
import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// A hub whose file is only read.
@Suite struct ReadingHubTests {
  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch Refusal.unavailable(let fault) {
      return fault.code
    } catch {
      return "\(error)"
    }
  }

  @Test func `a backup that somebody has open is not brought into the mode of a service`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let backup = story.path("backup.db")
    try Backup.write(story.hub, to: backup)
    let reader = try Connection(path: backup, mode: .readOnly)
    try reader.transaction(.deferred) {
      _ = try reader.first("SELECT 1 FROM people") { $0.int(0) }
      #expect(code { try Hub.open(backup, busyTimeout: 50).close() } == "databaseOccupied")
      #expect(try Backup.check(backup).isSound)
    }
    #expect(code { try Hub.open(backup, busyTimeout: 50).close() } == nil)
  }

  @Test(arguments: RecordedDatabases.all)
  func `a file of an earlier version is checked as what it would become, and stays`(
    _ number: Int
  ) throws {
    let place = try TemporaryHub()
    let path = place.path("recorded.db")
    let bytes = try RecordedDatabases.bytes(number)
    try bytes.write(to: URL(filePath: path))
    let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted()
    #expect(code { try Hub.open(path, forReading: true).close() } == "databaseOutdated")
    let found = try Backup.check(path)
    #expect(found.isSound && found.isUpToDate && found.records > 300)
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted() == names)
  }
}
