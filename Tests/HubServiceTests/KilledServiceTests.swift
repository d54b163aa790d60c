import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct KilledServiceTests {
  /// How often the service is ended while it is written to: `HUB_KILLS`, 8 unless it is set.
  static let ends = ProcessInfo.processInfo.environment["HUB_KILLS"].flatMap { Int($0) } ?? 8

  @Test func `what was answered survives the end of the service, whole and once`() throws {
    var tally = Tally()
    // Each file is verified as a whole after every end: not one for all of many thousands.
    for begun in stride(from: 0, to: Self.ends, by: 40) {
      tally.there = 0
      try end(min(40, Self.ends - begun), &tally)
    }
    #expect(tally.answered > 0)
    print(
      "\(Self.ends) ends of the service: \(tally.answered) answered, \(tally.lost) lost,",
      "\(tally.replayed) keys answered again alike, \(tally.unanswered) unanswered of which",
      "\(tally.landed) had landed")
  }

  private func end(_ ends: Int, _ tally: inout Tally) throws {
    let service = try ServingHub()
    try service.start()
    var kept = try service.inside { try $0.headFile().head }
    for end in 0..<ends {
      let isGentle = end % 4 == 3
      let clients = Client.work(
        (0..<4).map { "Client \($0) of \(end)" }, at: service.address
      ) {
        usleep(UInt32.random(in: 20_000...400_000))
        if isGentle { #expect(service.stop() == 0) } else { service.kill() }
      }
      try service.start()
      for client in clients {
        #expect(client.refusal == nil)
        for errand in client.errands { try check(errand, at: service, &tally) }
      }
      try service.inside { hub in
        let found = try hub.verify(against: kept)
        #expect(found.findings == [], "after end \(end + 1)")
        kept = found.head
        #expect(try Self.count(in: hub) == tally.there + Story.actions.count)
      }
    }
    #expect(service.bugs == [])
  }

  /// What has been seen so far.
  private struct Tally {
    var answered = 0
    var lost = 0
    var replayed = 0
    var unanswered = 0
    var landed = 0
    /// Action items that must be in the file.
    var there = 0
  }

  private func check(_ errand: Errand, at service: ServingHub, _ tally: inout Tally) throws {
    let caller = try service.caller()
    let found = try count(of: errand, in: service)
    if let made = errand.made {
      tally.answered += 1
      tally.there += errand.titles.count
      if found != errand.titles.count { tally.lost += 1 }
      #expect(found == errand.titles.count, "\(errand.titles)")
      try checkLatest(errand, by: caller)
      guard errand.key != nil else { return }
      let again = try errand.make(by: caller)
      #expect(again.headers["idempotency-replayed"] == "true")
      #expect((again.status, again.body) == (made.status, made.body))
      for name in ["location", "etag"] { #expect(again.headers[name] == made.headers[name]) }
      tally.replayed += 1
    } else {
      tally.unanswered += 1
      if found > 0 { tally.landed += 1 }
      #expect([0, errand.titles.count].contains(found), "half of \(errand.titles)")
      tally.there += found
      guard errand.key != nil else { return }
      // Who got no answer asks again, and it is done once.
      #expect([200, 201].contains(try errand.make(by: caller).status))
      #expect(try count(of: errand, in: service) == errand.titles.count)
      tally.there += errand.titles.count - found
    }
  }

  /// The record is what the last answer said, or what the change that got no answer asked for.
  private func checkLatest(_ errand: Errand, by caller: Caller) throws {
    guard let path = errand.path, let latest = errand.latest else { return }
    let now = try caller.send("GET", path)
    #expect(now.status == 200)
    if now.body == latest.body { return }
    let title = try #require(errand.wanted, "\(now.text) was answered as \(latest.text)")
    let (record, former) = (try now.json, try latest.json)
    #expect(record["title"]?["en"] == .string(title))
    #expect(record["title"]?["fr"] == "Tâche")
    #expect(record["details"] == former["details"])
    #expect(record["version"]?.integer == (former["version"]?.integer ?? 0) + 1)
  }

  /// How many of the errand's action items are there, each as it was sent; one that was changed
  /// since counts too.
  private func count(of errand: Errand, in service: ServingHub) throws -> Int {
    let connection = try Connection(path: service.path, mode: .readOnly)
    return try errand.titles.reduce(0) { sum, title in
      let details = errand.details.isEmpty ? "" : errand.details
      return try sum
        + (connection.first(
          """
          SELECT COUNT(*) FROM action_items WHERE (title_en = \(title) \
          OR title_en LIKE \(title + ", changed at %")) AND COALESCE(details_en, '') = \(details) \
          AND title_fr = 'Tâche'
          """, { $0.int(0) }) ?? 0)
    }
  }

  private static func count(in hub: Hub) throws -> Int {
    try hub.database.read { connection in
      try connection.first("SELECT COUNT(*) FROM action_items") { $0.int(0) } ?? 0
    }
  }
}
