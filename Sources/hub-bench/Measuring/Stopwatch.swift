import Foundation

/// Times by a clock that only goes forward.
enum Stopwatch {
  static var now: Double { Double(clock_gettime_nsec_np()) / 1e9 }

  private static func clock_gettime_nsec_np() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Seconds that `body` takes.
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = now
    try body()
    return now - start
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// A measurement and its reference, taken in turns, so that what slows the machine down for a
/// while slows both.
struct Pair {
  var ours: [Double] = []
  var reference: [Double] = []

  var medians: (ours: Double, reference: Double) {
    (Stopwatch.median(ours), Stopwatch.median(reference))
  }

  /// Takes one pair unmeasured, then `rounds` pairs, the reference first in every other one.
  static func measure(
    rounds: Int, ours: () throws -> Void, reference: () throws -> Void
  ) rethrows -> Pair {
    try ours()
    try reference()
    var pair = Pair()
    for round in 0..<rounds {
      if round % 2 == 0 { pair.ours.append(try Stopwatch.seconds(ours)) }
      pair.reference.append(try Stopwatch.seconds(reference))
      if round % 2 == 1 { pair.ours.append(try Stopwatch.seconds(ours)) }
    }
    return pair
  }
}
