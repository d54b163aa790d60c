import HubCrypto
import Synchronization

/// Makes guessing slow: after a few attempts that failed, the next must wait, longer each time.
///
/// Attempts are counted for a person from one address, for an address whomever it tries, and for
/// a person wherever the attempts come from; the last one does not touch those who have signed in
/// from their address before, so that nobody can be locked out from afar. An attempt counts from
/// its beginning, so that many at once gain nothing. In memory, and bounded; `LockOuts` keeps over a
/// restart who has to wait.
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

  /// What attempts are counted by: of whom and from where only a digest, so that what is kept names
  /// nobody.
  struct Key: Hashable {
    enum Kind: Int { case pair, address, account }

    let kind: Kind
    let subject: [UInt8]

    static func pair(_ account: Account, _ address: String) -> Key {
      Key(.pair, account.bytes + Array(address.utf8))
    }

    static func address(_ address: String) -> Key { Key(.address, Array(address.utf8)) }

    static func account(_ account: Account) -> Key { Key(.account, account.bytes) }

    init(_ kind: Kind, digest: [UInt8]) { (self.kind, subject) = (kind, digest) }

    private init(_ kind: Kind, _ bytes: [UInt8]) {
      self.init(kind, digest: Array(Digest.blake2b(bytes).prefix(16)))
    }

    /// The attempts that cost nothing.
    var free: Int {
      switch kind {
      case .pair: 5
      case .address: 20
      case .account: 30
      }
    }
  }

  /// One counter, as it can be kept.
  struct Trace: Equatable {
    let key: Key
    let failures: Int
    /// How long ago the last attempt was, in milliseconds.
    let age: Int64
    let isKnown: Bool
  }

  private struct Entry {
    var failures = 0
    var last: Int64
    var isTold = false
    /// The person has signed in from there.
    var isKnown = false
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    /// How often something changed that is worth keeping.
    var changes = 0
  }

  private let state = Mutex(State())
  private let limit: Int

  static let firstDelay: Int64 = 5_000
  static let longestDelay: Int64 = 15 * SignInSettings.minute
  static let memory = SignInSettings.day

  /// - Parameter limit: how many counters are kept; beyond it the oldest go.
  package init(limit: Int = 20_000) { self.limit = limit }

  /// Counts an attempt, unless it must wait.
  ///
  /// - Parameter now: milliseconds that only go forward: a clock that is set back would keep people
  ///   out for as long, and one that is set forward would let everybody guess anew.
  func admit(_ account: Account, from address: String, at now: Int64) -> Answer {
    state.withLock { state in
      let keys = Self.keys(account, address, state.entries)
      let waits = keys.map { wait(state.entries[$0], $0, now) }
      if let longest = waits.max(), longest > 0, let at = waits.firstIndex(of: longest) {
        let isFirst = state.entries[keys[at]]?.isTold == false
        state.entries[keys[at]]?.isTold = true
        return .refused(seconds: Int((longest + 999) / 1000), isFirst: isFirst)
      }
      for key in keys {
        makeRoom(in: &state.entries, now)
        var entry = state.entries[key] ?? Entry(last: now)
        entry.failures += 1
        entry.last = now
        state.entries[key] = entry
        if entry.failures >= key.free { state.changes += 1 }
      }
      return .admitted
    }
  }

  /// The attempt succeeded: the person's failures from there are forgotten. The address's own
  /// stay but for this one, or an attacker's own account would buy guesses at others'.
  func succeed(_ account: Account, from address: String) {
    release(account, address)
    state.withLock { state in
      let pair = Key.pair(account, address)
      guard var entry = state.entries[pair] else { return }
      if !entry.isKnown || entry.isTold { state.changes += 1 }
      (entry.failures, entry.isTold, entry.isKnown) = (0, false, true)
      state.entries[pair] = entry
    }
  }

  /// The attempt was not judged after all.
  func release(_ account: Account, _ address: String) {
    state.withLock { state in
      for key in Self.keys(account, address, state.entries) {
        guard let entry = state.entries[key], entry.failures > 0 else { continue }
        state.entries[key]?.failures -= 1
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
  var count: Int { state.withLock { $0.entries.count } }

  /// How often something changed that is worth keeping: who has to wait, who was let in from where.
  var changes: Int { state.withLock { $0.changes } }

  /// What is worth keeping, the latest first, and no more than `most` of either kind.
  func traces(at now: Int64, atMost most: Int) -> [Trace] {
    let all = state.withLock { $0.entries }.map { key, entry in
      Trace(key: key, failures: entry.failures, age: now - entry.last, isKnown: entry.isKnown)
    }
    let latest = all.filter { $0.age < Self.memory }.sorted { $0.age < $1.age }
    let known = latest.filter(\.isKnown)
    let waiting = latest.filter { !$0.isKnown && $0.failures >= $0.key.free }
    return Array(known.prefix(most)) + Array(waiting.prefix(most))
  }

  /// Goes on from what was kept.
  func restore(_ traces: [Trace], at now: Int64) {
    state.withLock { state in
      for trace in traces {
        state.entries[trace.key] = Entry(
          failures: trace.failures, last: now - trace.age,
          isTold: trace.failures >= trace.key.free, isKnown: trace.isKnown)
      }
    }
  }

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

extension Throttle.Account {
  /// What tells them apart: a number, or what nobody's number is.
  fileprivate var bytes: [UInt8] {
    switch self {
    case .person(let number): Array("\(number) ".utf8)
    case .unknown(let name): name
    }
  }
}
