import Foundation

/// `hub serve` under load, from `wrk` on the loopback.
enum ServiceBench {
  /// How long `wrk` runs each time.
  private static let seconds = 5

  static func run(_ options: Options) throws -> [Finding] {
    let stage = try ServiceStage.prepare(options)
    return try ServiceReading.run(stage, seconds) + ServiceReading.pages(options, seconds)
      + ServiceWriting.run(options, seconds) + process(stage, options)
  }

  /// The product itself, as a process: its start and its memory.
  private static func process(_ stage: ServiceStage, _ options: Options) throws -> [Finding] {
    let hub = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("hub").path
    func serve(_ database: String) throws -> ServiceProcess {
      try ServiceProcess(hub, ["--database", database, "serve", "--listen", "127.0.0.1:0"])
    }
    let large = try Generator.database(options.scale, options)
    var starts: [Double] = []
    var idle = 0.0
    for _ in 0..<10 {
      let process = try serve(large)
      starts.append(process.seconds)
      idle = max(idle, process.memory.now)
      process.stop()
    }
    let process = try serve(stage.database)
    defer { process.stop() }
    for headers in [[], ["Cache-Control: no-cache"]] {
      _ = try Wrk.run(
        process.port, stage.path, connections: 32, seconds: seconds,
        headers: stage.headers + headers)
    }
    _ = try Wrk.run(
      process.port, "/api/v1/action-items?limit=50", connections: 32, seconds: seconds,
      headers: stage.headers + ["Cache-Control: no-cache"])
    return [
      Finding(
        "hub serve, start to first answer, large database", Stopwatch.median(starts),
        beside: nil, "–", .seconds(0.1)),
      Finding("its memory, idle", idle, beside: nil, "–", .bytes(40e6)),
      Finding(
        "its memory at most, 32 connections", process.memory.most, beside: nil, "–",
        .bytes(80e6)),
    ]
  }
}
