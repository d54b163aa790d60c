import Foundation
import HubApp
import HubHTTP
import HubModel
import HubText

/// Writes over HTTP, each on the disk before it is acknowledged, beside the same statements in C.
enum ServiceWriting {
  static func run(_ options: Options, _ seconds: Int) throws -> [Finding] {
    let path = options.folder + "/service-writes.db"
    let copy = options.folder + "/service-by-hand.db"
    try RecordsBench.prepare(path, copy)
    let hub = try Hub.open(path)
    let token = try ServiceStage.token(of: "clerk", in: hub)
    hub.close()
    let script = options.folder + "/service-writes.lua"
    try lua.write(toFile: script, atomically: true, encoding: .utf8)
    let host = try ServiceProcess(
      CommandLine.arguments[0], ["host", "--database", path, "--size", "1"])
    defer { host.stop() }
    let headers = ["Authorization: Bearer \(token)"]
    let target = "\(API.root)/action-items"
    var one: [Double] = []
    var many: [Double] = []
    var inC: [Double] = []
    var reads: [Wrk] = []
    for _ in 0..<3 {
      one.append(
        try Wrk.run(
          host.port, target, connections: 1, seconds: seconds, headers: headers, script: script
        ).rate)
      many.append(
        try Wrk.run(
          host.port, target, connections: 32, seconds: seconds, headers: headers, script: script
        ).rate)
      inC.append(try byHand(copy, seconds))
    }
    let reading = ReadingMeanwhile(host.port, headers, seconds)
    _ = try Wrk.run(
      host.port, target, connections: 32, seconds: seconds, headers: headers, script: script)
    reads.append(try reading.result())
    let ours = 1 / Stopwatch.median(many)
    return [
      Finding(
        "a write, 32 at once, each flushed", ours, beside: 1 / Stopwatch.median(one),
        "one at a time", .times(0.5)),
      Finding(
        "the same", ours, beside: 1 / Stopwatch.median(inC), "the statements in C, 32 a flush",
        .times(2)),
      Finding(
        "a read meanwhile", 1 / (reads.first?.rate ?? 0), beside: nil, "–", .seconds(0.05)),
    ]
  }

  /// How many creations a second the C library makes, in groups of 32.
  private static func byHand(_ path: String, _ seconds: Int) throws -> Double {
    let byHand = try ActionsByHand(path)
    let drafts = RecordsBench.drafts().prefix(32)
    let start = Stopwatch.now
    var count = 0
    while Stopwatch.now - start < Double(seconds) {
      let now = Hub.systemClock().milliseconds
      try byHand.transaction {
        for draft in drafts {
          try byHand.lookUp()
          try byHand.create(draft, now: now)
        }
      }
      count += drafts.count
    }
    return Double(count) / (Stopwatch.now - start)
  }

  /// What `wrk` sends: the action items of the bench of records, one after the other.
  private static var lua: String {
    let bodies = RecordsBench.drafts().prefix(100).map { draft in
      let body: JSON = [
        "body": "B-1", "item": "I-1", "assignee": "P-1", "dueOn": "2031-01-01",
        "title": ["en": .string(draft.titleEn), "fr": .string(draft.titleFr)],
        "details": ["en": .string(draft.detailsEn), "fr": .string(draft.detailsFr)],
      ]
      return "[==[\(body.text)]==]"
    }
    return """
      wrk.method = "POST"
      wrk.headers["Content-Type"] = "application/json"
      local bodies = {\(bodies.joined(separator: ",\n"))}
      local turn = 0
      request = function()
        turn = turn % #bodies + 1
        return wrk.format(nil, nil, nil, bodies[turn])
      end
      """
  }
}

/// Reads on a thread of their own while something else is measured.
private final class ReadingMeanwhile: @unchecked Sendable {
  // Unchecked: `found` is written by the thread and read once it has ended.
  private var found: Result<Wrk, any Error>?
  private let done = DispatchSemaphore(value: 0)

  init(_ port: UInt16, _ headers: [String], _ seconds: Int) {
    Thread.detachNewThread { [self] in
      found = Result {
        try Wrk.run(
          port, "\(API.root)/action-items/A-1", connections: 2, seconds: seconds,
          headers: headers)
      }
      done.signal()
    }
  }

  func result() throws -> Wrk {
    done.wait()
    guard let found else { throw BenchFault("nothing was read") }
    return try found.get()
  }
}
