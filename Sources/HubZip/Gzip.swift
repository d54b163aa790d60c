import Synchronization

/// Bytes in the gzip form (RFC 1952), without a name or a time: the same bytes give the same form.
package enum Gzip {
  /// How hard zlib looks for what repeats itself. Measured with real answers, 4 is the first level
  /// that looks ahead: a meeting of 12 kB with its agenda takes 3,669 bytes and 41 µs at level 1,
  /// 3,403 and 61 µs at 4, 3,358 and 73 µs at 6; from there on time grows, and hardly anything
  /// shrinks.
  static let level = 4

  /// The gzip form of the bytes; nil where there is no memory to make it.
  package static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard let deflater = idle.withLock({ $0.popLast() }) ?? Deflater(level: level) else {
      return nil
    }
    let made = bytes.withUnsafeBytes { deflater.add($0, isLast: true) }
    deflater.reset()
    idle.withLock { if $0.count < most { $0.append(deflater) } }
    return made
  }

  /// To begin one anew takes 50 µs, as long as compressing 10 kB: its quarter of a megabyte is
  /// cleared first. So a few are kept.
  private static let idle = Mutex<[Deflater]>([])
  private static let most = 4
}
