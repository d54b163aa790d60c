import HubSQL
import Foundation
import HubApp
import HubModel
import HubTestKit
import Testing

/// A disk that fails to read, to write or to sync costs nothing that was acknowledged, and once it
/// is well again the same process goes on.
@Suite struct FailingDiskTests {
  /// Of SQLite, for what each of them is told: a fault of the disk, or a full one.
  static let failures: [(kinds: Set<RecordedDisk.Kind>, code: Int32, fault: String)] = [
    ([.write], 778, "diskFault"), ([.write], 13, "diskFull"), ([.sync], 1034, "diskFault"),
    ([.read], 266, "diskFault"), ([.truncate], 1546, "diskFault"),
    ([.read, .write, .sync, .truncate], 10, "diskFault"),
  ]

  /// In how many places each failure begins: `HUB_FAILURES`, 4 unless it is set.
  static let places = ProcessInfo.processInfo.environment["HUB_FAILURES"].flatMap { Int($0) } ?? 4

  private func add(_ number: Int, to hub: Hub) throws -> Reference {
    try hub.write(as: .person("facilitator")) { writing in
      var action = ActionItem()
      action.body = ID(1)
      action.title = LocalizedText(en: "Task \(number)", fr: "Tâche \(number)")
      action.details = LocalizedText(en: String(repeating: "word ", count: 2000), fr: "")
      return try writing.create(action).reference
    }
  }

  @Test(arguments: failures.indices)
  func `what a failing disk did not keep was not acknowledged`(_ index: Int) throws {
    let failure = Self.failures[index]
    var (failed, refused, kept) = (0, 0, 0)
    for place in 0..<Self.places {
      let story = try TemporaryHub()
      try Story.tell(in: story.hub)
      story.hub.close()
      let path = story.path("hub.db")
      let disk = RecordedDisk(watching: path)
      defer { disk.end() }
      let hub = try Hub.open(path)
      defer { hub.close() }
      try hub.database.withWriter {
        // So that pages are read from the disk, and the log is folded into the file.
        try $0.script("PRAGMA cache_size = 5; PRAGMA wal_autocheckpoint = 30")
      }
      var acknowledged: Set<Reference> = []
      disk.fail(.init(failure.kinds, after: place * 31, code: failure.code))
      for number in 0..<12 {
        do {
          acknowledged.insert(try add(number, to: hub))
        } catch {
          #expect(error as? Refusal == .unavailable(Fault(failure.fault)), "\(error)")
          refused += 1
        }
      }
      failed += disk.failed
      disk.fail(nil)
      acknowledged.insert(try add(99, to: hub))
      kept += acknowledged.count
      for open in [hub, try Hub.open(path)] {
        defer { open.close() }
        #expect(try open.verify().findings == [])
        let there = try open.database.read { connection in
          try connection.query("SELECT number FROM action_items") {
            Reference(.actionItem, $0.int64(0))
          }
        }
        #expect(acknowledged.subtracting(there) == [])
      }
    }
    #expect(failed > 0)
    print(
      "\(failure.kinds.map { "\($0)" }.sorted().joined(separator: ", ")) failed \(failed) times:",
      "\(refused) refused, \(kept) acknowledged, 0 lost")
  }
}
