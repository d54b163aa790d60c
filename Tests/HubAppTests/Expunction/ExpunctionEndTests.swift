import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

/// What is said at the end of an expunction is true of the bytes, and what was left is finished.
@Suite struct ExpunctionEndTests {
  let name = "Rosa Delgado-Peña"
  var expunction: Expunction { Expunction(.text(name), reason: "Asked") }

  @Test func `while somebody reads the former state words are left, and once more finishes`() throws
  {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let hub = try Hub.open(story.path("hub.db"), busyTimeout: 50)
    defer { hub.close() }
    let reader = try Connection(path: story.path("hub.db"), mode: .readOnly)
    try reader.transaction(.deferred) {
      _ = try reader.first("SELECT 1 FROM people") { $0.int(0) }
      let report = try hub.expunge(expunction, as: .person("admin"))
      #expect(report.places == 6)
      #expect(report.left == Fault("expunctionRead"))
      #expect(!report.isErased)
      #expect(try story.bytes().contains(Array(name.utf8)))
      let next = try hub.expunge(expunction, as: .person("admin"), dryRun: true)
      #expect(next.left == Fault("expunctionLeft"))
      #expect(next.places == 0)
    }
    let again = try hub.expunge(expunction, as: .person("admin"), told: 0)
    #expect(again.isErased)
    #expect(again.left == nil)
    #expect(try !story.bytes().contains(Array(name.utf8)))
    #expect(try hub.expunge(expunction, as: .person("admin"), dryRun: true).left == nil)
    #expect(try hub.verify().findings == [])
  }

  @Test(.enabled(if: SmallDisk.isPossible, SmallDisk.condition))
  func `on a full disk the words go from the records, and the rest is said to be left`() throws {
    let disk = try SmallDisk(megabytes: 12)
    let hub = try Hub.open(disk.path("hub.db"), create: true)
    defer { hub.close() }
    try Story.tell(in: hub)
    for number in 0..<30 {
      _ = try hub.write(as: .person("facilitator")) { writing in
        var action = ActionItem()
        action.body = ID(1)
        action.title = LocalizedText(en: "Task \(number)", fr: "Tâche \(number)")
        action.details = LocalizedText(
          en: String(repeating: "word ", count: 8000), fr: "")
        return try writing.create(action)
      }
    }
    // What a process that has gone left in the log is in the file.
    _ = try hub.database.withWriter { try $0.wipeDeleted() }
    let size = try Data(contentsOf: URL(filePath: disk.path("hub.db"))).count
    #expect(size > 3 << 20 && size < 6 << 20, "\(size)")
    let filler = disk.path("filler")
    // Less than the file takes anew, and more than the change.
    try Data(count: (12 << 20) - size - size * 3 / 4).write(to: URL(filePath: filler))
    let report = try hub.expunge(expunction, as: .person("admin"))
    #expect(report.places == 6)
    #expect(report.left == Fault("diskFull"))
    #expect(!report.isErased)
    try FileManager.default.removeItem(atPath: filler)
    #expect(try hub.expunge(expunction, as: .person("admin"), told: 0).isErased)
    #expect(try hub.verify().findings == [])
  }

  @Test func `the files beside the data file that still have the words are named`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    try Backup.write(story.hub, to: story.path("monday.db"))
    try Data("Call Rosa Delgado-Peña.".utf8).write(to: URL(filePath: story.path("notes.txt")))
    try Data("Call Rosa Delgado-Peñas.".utf8).write(to: URL(filePath: story.path("other.txt")))
    // Across the end of a piece that is read at a time.
    let long = String(repeating: "x", count: (1 << 20) - 6) + " " + name
    try Data(long.utf8).write(to: URL(filePath: story.path("hub.db.schema-2")))
    let report = try story.hub.expunge(expunction, as: .person("admin"))
    #expect(report.copies == ["hub.db.schema-2", "monday.db", "notes.txt"])
    #expect(report.isErased)
    #expect(try story.hub.expunge(expunction, as: .person("admin"), dryRun: true).copies.count == 3)
  }

  @Test func `what is short or stands in many places is told apart`() throws {
    let test = try TestHub(now: "2025-01-10T16:00:00Z")
    try Sample.load(into: test.hub)
    func isCommon(_ text: String) throws -> Bool {
      try test.hub.expunge(
        Expunction(.text(text), reason: "x"), as: .person("admin"), dryRun: true
      ).isCommon
    }
    #expect(try isCommon("on"))
    #expect(try isCommon("workers"))
    #expect(try !isCommon("Nobody Whatsoever"))
  }

  @Test func `what people call their tokens is one of the places`() throws {
    let door = try Door()
    try door.locally(.post, "/tokens", ["name": "for Somebody Else"], as: "staff")
    let before = try door.hub.headFile().head.entry
    let report = try door.hub.expunge(
      Expunction(.text("Somebody Else"), reason: "Asked"), as: .person("admin"))
    #expect(report.records.map(\.reference) == [nil])
    #expect(report.places == 1)
    let names = try door.hub.database.read { connection in
      try connection.query("SELECT name FROM tokens") { $0.string(0) }
    }
    #expect(names == ["for [expunged – retiré]"])
    #expect(try door.hub.headFile().head.entry == before + 1)
    #expect(try door.hub.verify().findings == [])
  }
}
