import Foundation
import HubApp
import HubHTTP
import HubModel

/// What people ask most, of a small database and of one a hundred times larger.
enum QueriesBench {
  static func run(_ options: Options) throws -> [Finding] {
    let paths = try options.scales.map { try Generator.database($0, options) }
    for path in paths { try SystemCache.fill(with: path) }
    let hubs = try zip(options.scales, paths).map { scale, path in
      Asked(plan: Plan(scale: scale), api: API(try Hub.open(path, clock: { Plan.now })))
    }
    let wanted = Question.all.filter {
      options.question.isEmpty || $0.name.contains(options.question)
    }
    let findings = try wanted.map { question in
      let medians = try measure(question, hubs, options.repetitions)
      return Finding(
        question.name, medians[1], beside: medians[0], "1 % of the data", question.bound)
    }
    guard options.question.isEmpty else { return findings }
    return findings + [try DeepPage.run(hubs[1], options.repetitions)]
  }

  struct Asked {
    let plan: Plan
    let api: API
  }

  /// The median of each hub, asked in turns.
  private static func measure(
    _ question: Question, _ hubs: [Asked], _ repetitions: Int
  ) throws -> [Double] {
    var times = [[Double]](repeating: [], count: hubs.count)
    for round in 0..<repetitions + 20 {
      for (index, hub) in hubs.enumerated() {
        let requests = try question.requests(hub.plan, round)
        var size = 0
        let seconds = try Stopwatch.seconds {
          for request in requests { size += try answer(request, hub.api) }
        }
        guard size > 0 else { throw BenchFault("\(question.name): nothing was answered") }
        // The first rounds warm caches and statements up.
        if round >= 20 { times[index].append(seconds) }
      }
    }
    return times.map(Stopwatch.median)
  }

  static func answer(_ request: Request, _ api: API) throws -> Int {
    let response = api.respond(to: request) { print($0) }
    let bytes = try response.collected()
    // What one person may not see is an answer too.
    guard response.status == 200 || response.status == 404 else {
      throw BenchFault(
        "\(request.path): \(response.status) \(String(decoding: bytes, as: UTF8.self))")
    }
    return bytes.count
  }
}
