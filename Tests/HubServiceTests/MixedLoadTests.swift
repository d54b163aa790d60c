import HubApp
import HubSQL
import Foundation
import HubTestKit
import HubText
import Synchronization
import Testing

/// Readers and writers at once, for as long as is wanted: everybody is answered, the memory stays as
/// it is, and what was answered is there.
@Suite struct MixedLoadTests {
  /// How long, in minutes: `HUB_MINUTES`. Without it, for some hundreds of requests.
  static let minutes = ProcessInfo.processInfo.environment["HUB_MINUTES"].flatMap { Double($0) }

  /// What is asked for besides making and changing.
  static let questions = [
    "/action-items?limit=50", "/action-items?open=true&sort=dueOn", "/search?q=word",
    "/people", "/bodies/B-1", "/action-items/A-1/history", "/openapi.json", "/nothing",
  ]

  /// What the clients counted, together.
  private final class Counts: Sendable {
    let read = Atomic(0)
    let written = Atomic(0)
    let isOver = Atomic(false)
  }

  @Test func `a service under mixed load answers everybody and does not grow`() throws {
    let service = try ServingHub()
    try service.start()
    let counts = Counts()
    let end = Date().addingTimeInterval((Self.minutes ?? 0) * 60)
    let group = DispatchGroup()
    let address = service.address
    for number in 0..<6 {
      DispatchQueue(label: "client \(number)").async(group: group) {
        do {
          var round = 0
          while Self.minutes == nil ? round < 60 : !counts.isOver.load(ordering: .relaxed) {
            // A connection for some requests, as programs have it.
            let caller = try address.caller(from: UInt8(1 + number))
            for _ in 0..<20 {
              if number < 2 {
                try Self.write(round, by: number, caller)
                counts.written.add(1, ordering: .relaxed)
              } else {
                try Self.read(round + number, caller)
                counts.read.add(1, ordering: .relaxed)
              }
              round += 1
            }
          }
        } catch {
          Issue.record("client \(number): \(error)")
        }
      }
    }
    var memory: [Int] = []
    var log = 0
    while Self.minutes != nil, Date() < end {
      sleep(5)
      memory.append(try service.memory)
      log = max(log, service.logSize)
    }
    counts.isOver.store(true, ordering: .relaxed)
    group.wait()
    let (read, written) = (
      counts.read.load(ordering: .relaxed), counts.written.load(ordering: .relaxed)
    )
    // Every second write changes what the one before has made.
    let made = try service.inside { hub in
      #expect(try hub.verify().findings == [])
      return try hub.database.read { connection in
        try connection.first("SELECT COUNT(*) FROM action_items WHERE number > 2") { $0.int(0) }
      }
    }
    #expect(made == written / 2)
    #expect(service.bugs == [])
    checkFlat(memory)
    print(
      "Mixed load: \(read) questions and \(written) writes answered;",
      "memory \(memory.map { $0 >> 20 }.description) MB; log at most \(log >> 10) kB")
  }

  /// What a service needs it has after a third of its time.
  private func checkFlat(_ memory: [Int]) {
    guard memory.count >= 12 else { return }
    let third = memory.count / 3
    let (before, after) = (memory[third..<(2 * third)].max() ?? 0, memory.suffix(third).max() ?? 0)
    #expect(after < before * 5 / 4 + 16 << 20, "\(before) grew to \(after) bytes")
  }

  private static func write(_ round: Int, by number: Int, _ caller: Caller) throws {
    if round % 2 == 0 {
      let details = String(repeating: "word ", count: round % 50)
      let made = try caller.send(
        "POST", "/action-items", Caller.action("Task \(round) of \(number)", details: details))
      try #require(made.status == 201, "\(made.text)")
      latest.withLock { $0[number] = made.headers["location"] }
    } else {
      let path = latest.withLock { $0[number] } ?? ""
      let answer = try caller.send(
        "PATCH", String(path.dropFirst("/api/v1".count)), ["dueOn": "2026-07-01"],
        ["If-Match": "*"])
      try #require(answer.status == 200, "\(answer.text)")
    }
  }

  private static let latest = Mutex<[Int: String]>([:])

  private static func read(_ round: Int, _ caller: Caller) throws {
    let path = questions[round % questions.count]
    let answer = try caller.send("GET", path)
    try #require(answer.status == (path == "/nothing" ? 404 : 200), "\(path): \(answer.text)")
  }
}
