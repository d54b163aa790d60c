import Synchronization

/// Makes guessing slow: after a few attempts that failed, the next must wait, longer each time.
///
/// Attempts are counted for a person from one address, for an address whomever it tries, and for
/// a person wherever the attempts come from; the last one does not touch those who have signed in
/// from their address before, so that nobody can be locked out from afar. An attempt counts from
/// its beginning, so that many at once gain nothing. In memory, and bounded: a restart forgets.
package final class Throttle: Sendable {
  /// Whom an attempt is for: a person, or a name that is nobody's, which is treated no otherwise.
  package enum Account: Sendable, Hashable {
    case person(Int64)
    case unknown([UInt8])
  }

  /// One attempt that was let through, or why it was not.
  enum Answer: Equatable {
    case admitted
    /// - Parameter isFirst: nothing was refused for this reason before.
    case refused(seconds: Int, isFirst: Bool)
  }

  private enum Key: Hashable {
    case pair(Account, String)
    case address(String)
    case account(Account)

    /// The attempts that cost nothing.
    var free: Int {
      switch self {
      case .pair: 5
      case .address: 20
      case .account: 30
      }
    }
  }

  private struct Entry {
    var failures = 0
    var last: Int64
    var isTold = false
    /// The person has signed in from there.
    var isKnown = false
  }

  private let entries = Mutex<[Key: Entry]>([:])
  private let limit: Int

  static let firstDelay: Int64 = 5_000
  static let longestDelay: Int64 = 15 * SignInSettings.minute
  private static let memory = SignInSettings.day

  /// - Parameter limit: how many counters are kept; beyond it the oldest go.
  package init(limit: Int = 20_000) { self.limit = limit }

  /// Counts an attempt, unless it must wait.
  ///
  /// - Parameter now: milliseconds that only go forward: a clock that is set back would keep people
  ///   out for as long, and one that is set forward would let everybody guess anew.
  func admit(_ account: Account, from address: String, at now: Int64) -> Answer {
    entries.withLock { entries in
      let keys = Self.keys(account, address, entries)
      let waits = keys.map { wait(entries[$0], $0, now) }
      if let longest = waits.max(), longest > 0, let at = waits.firstIndex(of: longest) {
        let isFirst = entries[keys[at]]?.isTold == false
        entries[keys[at]]?.isTold = true
        return .refused(seconds: Int((longest + 999) / 1000), isFirst: isFirst)
      }
      for key in keys {
        makeRoom(in: &entries, now)
        entries[key, default: Entry(last: now)].failures += 1
        entries[key]?.last = now
      }
      return .admitted
    }
  }

  /// The attempt succeeded: the person's failures from there are forgotten. The address's own
  /// stay but for this one, or an attacker's own account would buy guesses at others'.
  func succeed(_ account: Account, from address: String) {
    release(account, address)
    entries.withLock { entries in
      let pair = Key.pair(account, address)
      entries[pair]?.failures = 0
      entries[pair]?.isTold = false
      entries[pair]?.isKnown = true
    }
  }

  /// The attempt was not judged after all.
  func release(_ account: Account, _ address: String) {
    entries.withLock { entries in
      for key in Self.keys(account, address, entries) {
        guard let entry = entries[key], entry.failures > 0 else { continue }
        entries[key]?.failures -= 1
      }
    }
  }

  /// What an attempt is counted by.
  private static func keys(
    _ account: Account, _ address: String, _ entries: [Key: Entry]
  ) -> [Key] {
    let pair = Key.pair(account, address)
    let isKnown = entries[pair]?.isKnown ?? false
    return isKnown ? [pair, .address(address)] : [pair, .address(address), .account(account)]
  }

  /// How many counters there are.
  var count: Int { entries.withLock { $0.count } }

  /// In milliseconds; 0 when the attempt may go on.
  private func wait(_ entry: Entry?, _ key: Key, _ now: Int64) -> Int64 {
    guard let entry, entry.failures >= key.free, now - entry.last < Self.memory else { return 0 }
    let doublings = min(entry.failures - key.free, 20)
    let delay = min(Self.firstDelay << Int64(doublings), Self.longestDelay)
    return max(0, entry.last + delay - now)
  }

  /// Forgets what is old, then the oldest quarter, so that it seldom has to be done.
  private func makeRoom(in entries: inout [Key: Entry], _ now: Int64) {
    guard entries.count >= limit else { return }
    entries = entries.filter { now - $0.value.last < Self.memory }
    guard entries.count >= limit else { return }
    let oldest = entries.sorted { $0.value.last < $1.value.last }.prefix(max(1, limit / 4))
    for (key, _) in oldest { entries[key] = nil }
  }
}
