import Foundation

/// One run of `wrk` on the loopback.
struct Wrk {
  /// Requests answered in a second.
  let rate: Double
  /// In seconds: 99 of 100 requests were answered faster.
  let slowest: Double

  /// - Parameters:
  ///   - connections: how many ask at the same time.
  ///   - script: a Lua file that makes the requests.
  static func run(
    _ port: UInt16, _ path: String, connections: Int = 8, seconds: Int, headers: [String] = [],
    script: String? = nil
  ) throws -> Wrk {
    var arguments = ["-t1", "-c\(connections)", "-d\(seconds)s", "--latency"]
    for header in headers { arguments += ["-H", header] }
    if let script { arguments += ["-s", script] }
    let output = try Spawned.run("/usr/bin/wrk", arguments + ["http://127.0.0.1:\(port)\(path)"])
      .output
    guard let rate = value("Requests/sec:", output).flatMap({ Double($0) }),
      let slowest = value("99%", output).flatMap(time), rate > 0,
      !output.contains("Non-2xx"), !output.contains("Socket errors")
    else { throw BenchFault("wrk on \(path): \(output)") }
    return Wrk(rate: rate, slowest: slowest)
  }

  private static func value(_ name: String, _ output: String) -> Substring? {
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == name[...] { return words.last }
    }
    return nil
  }

  private static func time(_ text: Substring) -> Double? {
    for (unit, seconds) in [("us", 1e-6), ("ms", 1e-3), ("s", 1)] where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).map { $0 * seconds }
    }
    return nil
  }
}
