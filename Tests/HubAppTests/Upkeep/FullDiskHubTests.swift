import Foundation
import HubApp
import HubModel
import HubSQL
import HubTestKit
import Testing

@Suite struct FullDiskHubTests {
  /// Adds action items until there is no more room; answers how many were acknowledged.
  func fill(_ hub: Hub) throws -> Int {
    for count in 0..<10_000 {
      do {
        _ = try hub.write(as: .person("facilitator")) { writing in
          var action = ActionItem()
          action.body = ID(1)
          action.title = LocalizedText(en: "Task \(count)", fr: "Tâche \(count)")
          action.details = LocalizedText(en: String(repeating: "long ", count: 4000), fr: "")
          return try writing.create(action)
        }
      } catch {
        #expect(error as? Refusal == .unavailable(Fault("diskFull")))
        return count
      }
    }
    Issue.record("the disk did not fill up")
    return 0
  }

  func expectWhole(_ hub: Hub, after written: Int, kept: Head) throws {
    let found = try hub.verify(against: kept)
    #expect(found.findings == [])
    #expect(found.head.entry == kept.entry + Int64(written))
  }

  @Test func `a full database changes nothing, loses nothing and works again`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let kept = try story.hub.headFile().head
    try story.hub.database.withWriter { connection in
      let pages = try connection.first("PRAGMA page_count") { $0.int(0) } ?? 0
      try connection.execute("PRAGMA max_page_count = \(raw: String(pages + 100))")
    }
    let written = try fill(story.hub)
    #expect(written > 0)
    try expectWhole(story.hub, after: written, kept: kept)
    try story.hub.database.withWriter { try $0.execute("PRAGMA max_page_count = 1000000") }
    _ = try story.hub.write(as: .person("facilitator")) {
      try $0.move(Story.actions[0], to: "open", reason: "x")
    }
    try expectWhole(story.hub, after: written + 1, kept: kept)
  }

  @Test(.enabled(if: SmallDisk.isPossible, SmallDisk.condition))
  func `a full disk changes nothing, loses nothing and works again`() throws {
    let disk = try SmallDisk(megabytes: 8)
    let path = disk.path("hub.db")
    let hub = try Hub.open(path, create: true)
    defer { hub.database.close() }
    try Story.tell(in: hub)
    let kept = try hub.headFile().head
    let filler = disk.path("filler")
    try Data(count: 2 << 20).write(to: URL(filePath: filler))
    let written = try fill(hub)
    #expect(written > 0)
    try expectWhole(hub, after: written, kept: kept)
    #expect(throws: Refusal.unavailable(Fault("diskFull"))) {
      try Backup.write(hub, to: disk.path("backup.db"))
    }
    #expect(!FileManager.default.fileExists(atPath: disk.path("backup.db")))
    try FileManager.default.removeItem(atPath: filler)
    _ = try hub.write(as: .person("facilitator")) {
      try $0.move(Story.actions[0], to: "open", reason: "x")
    }
    try expectWhole(hub, after: written + 1, kept: kept)
    // As the next start finds it.
    hub.database.close()
    let again = try Hub.open(path)
    defer { again.database.close() }
    try expectWhole(again, after: written + 1, kept: kept)
  }
}
