import Foundation

/// `hub action list --mine` as a whole process, beside `sqlite3` that asks for the same rows.
enum ProcessBench {
  static func run(_ options: Options) throws -> [Finding] {
    let database = try Generator.database(options.scale, options)
    try SystemCache.fill(with: database)
    let plan = Plan(scale: options.scale)
    let hub = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("hub").path
    guard FileManager.default.isExecutableFile(atPath: hub) else {
      throw BenchFault("build the hub beside the bench first: swift build -c release --product hub")
    }
    var ours: [Spawned] = []
    var reference: [Spawned] = []
    for round in 0..<40 {
      let handle = plan.member(round)
      let asked = try Spawned.run(
        hub, ["--database", database, "--as", handle, "action", "list", "--mine", "--json"])
      guard asked.output.contains("\"items\"") else {
        throw BenchFault("hub answered: \(asked.output.prefix(300))")
      }
      let sql = """
        SELECT * FROM action_items WHERE assignee = (SELECT number FROM people \
        WHERE handle = '\(handle)') AND state IN ('open', 'inProgress', 'blocked')
        """
      let other = try Spawned.run("/usr/bin/sqlite3", [database, sql])
      // The first ones bring the programs themselves into memory.
      if round >= 5 {
        ours.append(asked)
        reference.append(other)
      }
    }
    return [
      Finding(
        "hub action list --mine, start to end", Stopwatch.median(ours.map(\.seconds)),
        beside: Stopwatch.median(reference.map(\.seconds)), "sqlite3 FILE SELECT",
        .seconds(0.04)),
      Finding(
        "the processor's time for it", Stopwatch.median(ours.map(\.processorSeconds)),
        beside: Stopwatch.median(reference.map(\.processorSeconds)), "sqlite3 FILE SELECT", .none),
      Finding(
        "its memory at most", ours.map(\.bytes).max() ?? 0,
        beside: reference.map(\.bytes).max(), "sqlite3 FILE SELECT", .bytes(60e6)),
    ]
  }
}
