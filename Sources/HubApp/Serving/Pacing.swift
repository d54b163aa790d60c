import Synchronization

/// How often a service takes what is more work than reading a record.
package struct PaceSettings: Sendable {
  /// The changes that a person may send in a minute; 0 for any number.
  package var writesPerMinute = 1200
  /// The searches of a person in a minute; 0 for any number.
  package var searchesPerMinute = 300

  package init() {}
}

/// Keeps everybody to a pace that people at work do not reach, so that nobody takes the service from
/// others. Who is known is counted by themselves, wherever they are; strangers by where they are,
/// at a fifth of it. Two minutes' worth may come at once. In memory, and bounded.
package final class Pacing: Sendable {
  /// What has a pace of its own.
  enum Kind: Hashable, Sendable { case writing, searching }

  /// Who keeps to it.
  enum Caller: Hashable, Sendable {
    case person(String)
    case stranger(address: String)
  }

  private struct Key: Hashable {
    let kind: Kind
    let caller: Caller
  }

  private let settings: PaceSettings
  private let limit: Int
  /// When all that was asked for would have been done at the pace, in microseconds.
  private let due = Mutex<[Key: Int64]>([:])

  /// - Parameter limit: how many are counted; beyond it those go who are nearest to none.
  package init(_ settings: PaceSettings = PaceSettings(), limit: Int = 20_000) {
    self.settings = settings
    self.limit = limit
  }

  /// Counts one more, unless it comes too soon: then how many seconds too soon.
  ///
  /// - Parameter milliseconds: that only go forward.
  func wait(_ kind: Kind, _ caller: Caller, at milliseconds: Int64) -> Int? {
    let rate = rate(kind, caller)
    guard rate > 0 else { return nil }
    let now = milliseconds * 1000
    let interval = Int64(60_000_000 / rate)
    let latest = now + interval * Int64(2 * rate - 1)
    return due.withLock { due in
      let key = Key(kind: kind, caller: caller)
      let next = max(due[key] ?? now, now)
      guard next <= latest else { return Int((next - latest + 999_999) / 1_000_000) }
      makeRoom(in: &due, now)
      due[key] = next + interval
      return nil
    }
  }

  /// How many are counted.
  var count: Int { due.withLock { $0.count } }

  /// In a minute; 0 for any number.
  private func rate(_ kind: Kind, _ caller: Caller) -> Int {
    let rate =
      switch kind {
      case .writing: settings.writesPerMinute
      case .searching: settings.searchesPerMinute
      }
    guard case .stranger = caller, rate > 0 else { return rate }
    return max(1, rate / 5)
  }

  /// Forgets those who may do all that anybody may, then the nearest to it.
  private func makeRoom(in due: inout [Key: Int64], _ now: Int64) {
    guard due.count >= limit else { return }
    due = due.filter { $0.value > now }
    guard due.count >= limit else { return }
    for (key, _) in due.sorted(by: { $0.value < $1.value }).prefix(max(1, limit / 4)) {
      due[key] = nil
    }
  }
}

/// Why somebody has to wait before going on.
struct PaceRefusal: Error {
  let kind: Pacing.Kind
  let seconds: Int
}
