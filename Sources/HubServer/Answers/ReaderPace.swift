/// How long an answer that is written piece by piece has been waiting for its reader: what the
/// reader takes at the slowest pace that is waited for makes up for the time that it takes, and the
/// time in which there is nothing to take is not the reader's.
struct ReaderPace {
  /// The slowest.
  private let bytesPerSecond: Int
  /// From when the reader's time counts, in nanoseconds of `SteadyClock`.
  private(set) var since: UInt64
  /// Since when there is nothing to take.
  private var idleSince: UInt64?

  init(bytesPerSecond: Int, at now: UInt64) {
    self.bytesPerSecond = bytesPerSecond
    since = now
  }

  /// How long that many bytes take at the slowest pace.
  static func nanoseconds(_ bytes: Int, bytesPerSecond: Int) -> UInt64 {
    UInt64(Double(bytes) * 1e9 / Double(max(1, bytesPerSecond)))
  }

  /// The reader comes for more, and is given so many bytes; none where there are none yet.
  mutating func take(_ count: Int, at now: UInt64) {
    if let idleSince { since += now - idleSince }
    idleSince = count == 0 ? now : nil
    // Nobody saves up time by having been fast.
    since = min(now, since + Self.nanoseconds(count, bytesPerSecond: bytesPerSecond))
  }
}
