import HubCrypto
import HubModel
import HubSQL
import Synchronization

/// Keeps in the data file who has to wait before the next attempt at a password, so that a restart
/// gives nobody new guesses: one row, of bounded length, written every ten seconds at most. It is
/// beside the history, and names nobody.
final class LockOuts: Sendable {
  /// How many are kept who have to wait, and how many who were let in.
  static let most = 500
  /// How long after one writing the next is, in milliseconds.
  static let pause: Int64 = 10_000

  private struct State {
    var keptChanges = 0
    var nextAt = Int64.min
  }

  private let throttle: Throttle
  private let touches = Touches()
  private let state = Mutex(State())

  init(of throttle: Throttle) { self.throttle = throttle }

  /// Goes on from what is kept in the hub. By the clock: no other measures the time in which
  /// nothing ran.
  func restore(from hub: Hub) {
    let text = try? hub.database.read { try Settings.text(.lockOuts, $0) }
    let now = hub.clock().milliseconds
    let traces = (text ?? "").split(separator: "\n").compactMap { Self.trace(String($0), now) }
    throttle.restore(traces, at: hub.steady())
  }

  /// Keeps what has changed, unless that was done just now.
  ///
  /// - Parameter isLast: whether there will be no other occasion.
  func keep(in hub: Hub, isLast: Bool = false) {
    let changes = throttle.changes
    let steady = hub.steady()
    let isDue = state.withLock { changes != $0.keptChanges && (isLast || steady >= $0.nextAt) }
    guard isDue else { return }
    touches.attempt(hub.steady) {
      let now = hub.clock().milliseconds
      let lines = throttle.traces(at: steady, atMost: Self.most).map { Self.line($0, now) }
      try hub.database.write {
        try Settings.set(.lockOuts, lines.joined(separator: "\n"), $0)
      }
      state.withLock { $0 = State(keptChanges: changes, nextAt: steady + Self.pause) }
    }
  }

  private static func line(_ trace: Throttle.Trace, _ now: Int64) -> String {
    "\(trace.key.kind.rawValue) \(Digest.hex(trace.key.subject)) \(trace.failures) "
      + "\(now - trace.age) \(trace.isKnown ? 1 : 0)"
  }

  private static func trace(_ line: String, _ now: Int64) -> Throttle.Trace? {
    let parts = line.split(separator: " ")
    guard parts.count == 5, let kind = Int(parts[0]).flatMap(Throttle.Key.Kind.init(rawValue:)),
      let digest = Digest.bytes(hex: String(parts[1])), let failures = Int(parts[2]),
      let last = Int64(parts[3])
    else { return nil }
    // A clock that was set back meanwhile makes nobody wait longer than from now.
    let age = min(max(0, now - last), Throttle.memory)
    return Throttle.Trace(
      key: Throttle.Key(kind, digest: digest), failures: failures, age: age,
      isKnown: parts[4] == "1")
  }
}
