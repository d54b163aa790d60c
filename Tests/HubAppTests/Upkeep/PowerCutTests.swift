import HubSQL
import Foundation
import HubApp
import HubModel
import HubTestKit
import Synchronization
import Testing

/// What was acknowledged is there after a power cut at any moment, whatever of what was not synced
/// has come to the disk.
@Suite struct PowerCutTests {
  /// How many cuts there are: `HUB_CUTS`, 60 unless it is set.
  static let cuts = ProcessInfo.processInfo.environment["HUB_CUTS"].flatMap { Int($0) } ?? 60

  /// What was acknowledged, once how much had been done to the disk.
  private struct Acknowledged: Sendable {
    let done: Int
    let reference: Reference
    let head: Head
  }

  /// A run of several who write at once.
  private struct Recording {
    let path: String
    let files: [String: [UInt8]]
    let events: [RecordedDisk.Event]
    let acknowledged: [Acknowledged]

    /// - Parameter isWaitedFor: whether a write waits for the disk before it is acknowledged.
    init(writes: Int, isWaitedFor: Bool = true) throws {
      let story = try TemporaryHub()
      try Story.tell(in: story.hub)
      story.hub.close()
      path = story.path("hub.db")
      files = [path: try Array(Data(contentsOf: URL(filePath: path)))]
      let disk = RecordedDisk(watching: path)
      let hub = try Hub.open(path)
      // The log is folded into the file again and again.
      try hub.database.withWriter {
        try $0.execute("PRAGMA wal_autocheckpoint = 60")
        if !isWaitedFor { try $0.execute("PRAGMA synchronous = OFF") }
      }
      let told = Mutex<[Acknowledged]>([])
      let group = DispatchGroup()
      for thread in 0..<3 {
        DispatchQueue.global().async(group: group) {
          for number in 0..<writes {
            #expect(throws: Never.self) {
              let reference = try Self.write(number, by: thread, to: hub)
              let head = try hub.headFile().head
              let done = disk.count
              told.withLock { $0.append(.init(done: done, reference: reference, head: head)) }
            }
          }
        }
      }
      group.wait()
      events = disk.events
      disk.end()
      hub.close()
      acknowledged = told.withLock { $0 }
    }

    private static func write(_ number: Int, by thread: Int, to hub: Hub) throws -> Reference {
      try hub.write(as: .person("facilitator")) { writing in
        var action = ActionItem()
        action.body = ID(1)
        action.title = LocalizedText(en: "Task \(number) of \(thread)", fr: "Tâche \(number)")
        action.details = LocalizedText(
          en: String(repeating: "word ", count: number * 97 % 2000), fr: "")
        return try writing.create(action).reference
      }
    }
  }

  @Test func `what was acknowledged survives every power cut, and the history verifies`() throws {
    var chance = SystemRandomNumberGenerator()
    var (looked, unsynced, further) = (0, 0, 0)
    var syncs = 0
    while looked < Self.cuts {
      let recording = try Recording(writes: 15)
      syncs += recording.events.count { $0.kind == .sync }
      #expect(recording.events.contains { $0.kind == .sync && $0.path == recording.path })
      for _ in 0..<min(60, Self.cuts - looked) {
        let moment = Int.random(in: 0...recording.events.count, using: &chance)
        let survival = PowerCut.Survival.allCases[looked % 3]
        let cut = PowerCut(
          of: recording.files, after: recording.events[..<moment], survival, using: &chance)
        let acknowledged = recording.acknowledged.filter { $0.done <= moment }
        let found = try look(at: cut, recording, acknowledged)
        #expect(found.findings == [])
        #expect(found.lost == 0)
        further += found.further
        if recording.events[..<moment].last?.kind != .sync { unsynced += 1 }
        looked += 1
      }
    }
    print(
      "\(looked) power cuts, \(unsynced) of them between a write and its sync, in runs of",
      "\(syncs) syncs: 0 acknowledged lost, \(further) that were not acknowledged had landed whole")
  }

  @Test func `a disk that is not waited for loses what was acknowledged, and the cuts show it`()
    throws
  {
    var chance = SystemRandomNumberGenerator()
    let recording = try Recording(writes: 10, isWaitedFor: false)
    var lost = 0
    for _ in 0..<10 {
      let moment = Int.random(
        in: recording.events.count / 2...recording.events.count, using: &chance)
      let cut = PowerCut(
        of: recording.files, after: recording.events[..<moment], .none, using: &chance)
      let acknowledged = recording.acknowledged.filter { $0.done <= moment }
      // What is left may be no database at all.
      lost += (try? look(at: cut, recording, acknowledged).lost) ?? acknowledged.count
    }
    #expect(lost > 0)
  }

  /// What is found in a file after a power cut.
  private func look(
    at cut: PowerCut, _ recording: Recording, _ acknowledged: [Acknowledged]
  ) throws -> (findings: [Fault], lost: Int, further: Int) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-cut-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "hub.db").path
    for (name, bytes) in cut.files {
      let suffix = name.dropFirst(recording.path.count)
      guard suffix != "-shm" else { continue }
      try Data(bytes).write(to: URL(filePath: path + suffix))
    }
    let hub = try Hub.open(path)
    defer { hub.close() }
    let kept = acknowledged.map(\.head).max { $0.entry < $1.entry }
    let findings = try hub.verify(against: kept).findings
    let there = try hub.database.read { connection in
      try connection.query("SELECT number FROM action_items") {
        Reference(.actionItem, $0.int64(0))
      }
    }
    let lost = Set(acknowledged.map(\.reference)).subtracting(there).count
    return (findings, lost, there.count - Story.actions.count - (acknowledged.count - lost))
  }
}
