import Foundation
import HubApp
import HubHTTP
import HubText

/// Reading over HTTP, beside a fixed answer of the same size from the same server.
enum ServiceReading {
  static func run(_ stage: ServiceStage, _ seconds: Int) throws -> [Finding] {
    let host = try ServiceProcess(
      CommandLine.arguments[0], ["host", "--database", stage.database, "--size", "\(stage.size)"])
    defer { host.stop() }
    var fixed: [Double] = []
    var rates: [[Double]] = [[], [], []]
    var slowest: [[Double]] = [[], [], []]
    let ways: [[String]] = [["Cache-Control: no-cache"], [], ["If-None-Match: *"]]
    for _ in 0..<3 {
      fixed.append(
        try Wrk.run(host.port, ServiceHost.path, seconds: seconds, headers: stage.headers).rate)
      for (index, way) in ways.enumerated() {
        let run = try Wrk.run(
          host.port, stage.path, seconds: seconds, headers: stage.headers + way)
        rates[index].append(run.rate)
        slowest[index].append(run.slowest)
      }
    }
    let names = ["computed each time", "as served", "with a matching If-None-Match"]
    let parts = [0.2, 0.5, 0.8]
    return names.indices.flatMap { index in
      [
        Finding(
          "a meeting with 12 items, \(names[index])", 1 / Stopwatch.median(rates[index]),
          beside: 1 / Stopwatch.median(fixed), "a fixed answer", .times(1 / parts[index])),
        Finding(
          "99 of 100 of these within", Stopwatch.median(slowest[index]), beside: nil, "–",
          .seconds(0.005)),
      ]
    }
  }

  /// A page of 50 action items, the first and one far on.
  static func pages(_ options: Options, _ seconds: Int) throws -> [Finding] {
    let database = try Generator.database(options.scale, options)
    let hub = try Hub.open(database)
    defer { hub.close() }
    let token = try ServiceStage.token(of: ServiceStage.handle, in: hub)
    let (cursor, depth) = try cursor(API(hub))
    let host = try ServiceProcess(
      CommandLine.arguments[0], ["host", "--database", database, "--size", "1"])
    defer { host.stop() }
    let first = "\(API.root)/action-items?limit=50"
    let deep = first + "&" + Query([.init(name: "cursor", value: cursor)]).encoded
    let headers = ["Authorization: Bearer \(token)", "Cache-Control: no-cache"]
    var rates: [[Double]] = [[], []]
    for _ in 0..<3 {
      for (index, path) in [first, deep].enumerated() {
        rates[index].append(
          try Wrk.run(host.port, path, seconds: seconds, headers: headers).rate)
      }
    }
    return [
      Finding(
        "a page of 50 action items at depth \(depth)", 1 / Stopwatch.median(rates[1]),
        beside: 1 / Stopwatch.median(rates[0]), "the first page", .times(1.2))
    ]
  }

  /// Where 10,000 action items have been passed, or as far on as a whole page is left.
  private static func cursor(_ api: API) throws -> (cursor: String, depth: Int) {
    var passed: [String] = []
    while passed.count < 200 {
      var request = Request(
        .get, "\(API.root)/action-items",
        query: ["limit": "50"])
      if let last = passed.last { request.query.pairs.append(.init(name: "cursor", value: last)) }
      request.principal = ServiceStage.handle
      request.scopes = .write
      let answer = try JSON(parsing: api.respond(to: request).collected())
      guard let next = answer["next"]?.string else {
        // The last page may be short, the one before it is not.
        passed.removeLast()
        break
      }
      passed.append(next)
    }
    guard let cursor = passed.last else { throw BenchFault("there is one page of action items") }
    return (cursor, passed.count * 50)
  }
}
