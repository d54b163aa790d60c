import Foundation
import HubApp
import HubModel
import HubSQL
import HubTestKit
import Testing

@Suite struct KillTests {
  /// How often the writing process is killed: `HUB_KILLS`, 25 unless it is set.
  static let kills = ProcessInfo.processInfo.environment["HUB_KILLS"].flatMap { Int($0) } ?? 25

  @Test func `what was acknowledged survives a kill, and the history verifies after each`() throws {
    var count = 0
    // Each file is verified as a whole after every kill: not one for all of many thousands.
    for begun in stride(from: 0, to: Self.kills, by: 50) {
      count += try kill(min(50, Self.kills - begun))
    }
    print("\(Self.kills) kills of a writing process: \(count) acknowledged, 0 lost")
  }

  /// How many writes were acknowledged, all of them there after every kill.
  private func kill(_ kills: Int) throws -> Int {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    story.hub.database.close()
    let path = story.path("hub.db")
    var acknowledged: Set<String> = []
    var kept: Head?
    for round in 0..<kills {
      let before = acknowledged.count
      let writer = try OtherProcess("write", path, String(1 + round % 4))
      let enough = Int.random(in: 1...40)
      while acknowledged.count - before < enough, let lines = writer.lines() {
        acknowledged.formUnion(lines)
      }
      usleep(UInt32.random(in: 0...20_000))
      writer.kill()
      while let lines = writer.lines() { acknowledged.formUnion(lines) }
      writer.end()
      let hub = try Hub.open(path)
      defer { hub.database.close() }
      let found = try hub.verify(against: kept)
      #expect(found.findings == [], "after kill \(round + 1)")
      kept = found.head
      let there = try hub.database.read { connection in
        try connection.query("SELECT number FROM action_items") { "A-\($0.int64(0))" }
      }
      #expect(acknowledged.subtracting(there) == [], "after kill \(round + 1)")
      #expect(acknowledged.count > before)
    }
    return acknowledged.count
  }

  @Test func `while another process holds the lock a write is refused in time, then works`() throws
  {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    let hub = try Hub.open(story.path("hub.db"), busyTimeout: 200)
    let before = try hub.headFile().head
    let other = try OtherProcess("lock", story.path("hub.db"))
    #expect(other.lines() == ["locked"])
    func reopen() throws {
      _ = try hub.write(as: .person("facilitator")) { writing in
        try writing.edit(Story.actions[1]) { $0.dueOn = Day(number: 18_200) }
      }
    }
    #expect(throws: Refusal.unavailable(Fault("databaseBusy"))) { try reopen() }
    #expect(try hub.headFile().head == before)
    other.end()
    try reopen()
    #expect(try hub.headFile().head.entry == before.entry + 1)
    #expect(try hub.verify(against: before).isSound)
  }
}
