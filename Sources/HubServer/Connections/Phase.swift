import Synchronization

/// How far a connection has come with its current request, and since when: written by the thread
/// that serves the connection, and read by the one that watches for callers who are too slow. One
/// word, so that only one of them can decide what comes next.
struct Phase: Sendable, Equatable {
  enum Step: UInt64 {
    /// No request line has been read.
    case waiting
    /// The rest of a request is being read.
    case receiving
    /// The request is there: however long the answer takes, it is ours to finish.
    case answering
    /// The answer is there, and it is the caller who has to take it. Its time counts from `since`,
    /// which may be to come: a long answer takes longer.
    case sending
    /// Given up by us.
    case cutOff
  }

  let step: Step
  /// In milliseconds of `SteadyClock`.
  let since: UInt64

  /// A step begun at a time in nanoseconds.
  init(_ step: Step, at nanoseconds: UInt64) {
    self.step = step
    since = nanoseconds / 1_000_000
  }

  fileprivate init(word: UInt64) {
    step = Step(rawValue: word & 7) ?? .cutOff
    since = word >> 3
  }

  fileprivate var word: UInt64 { since << 3 | step.rawValue }

  /// A phase that several threads share.
  struct Shared: ~Copyable {
    private let word: Atomic<UInt64>

    init(_ phase: Phase) { word = Atomic(phase.word) }

    /// The phase now.
    var now: Phase { Phase(word: word.load(ordering: .acquiring)) }

    /// Sets it, unless the connection has been given up.
    /// - Returns: whether it has not.
    func enter(_ phase: Phase) -> Bool {
      let before = now
      return before.step != .cutOff && replace(before, with: phase)
    }

    /// Sets it if it is still what the caller saw.
    func replace(_ seen: Phase, with phase: Phase) -> Bool {
      word.compareExchange(
        expected: seen.word, desired: phase.word, ordering: .acquiringAndReleasing
      ).exchanged
    }
  }
}
