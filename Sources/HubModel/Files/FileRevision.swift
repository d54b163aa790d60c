/// From which state of the records a file was written: `7`, or `7-3f2a91c0`.
///
/// The version counts what changed for everybody who may see the agenda or the minutes. What the
/// file says beyond that, of items in camera for one, is told by a digest: its changes count up
/// nothing that others see, and who edits it notices them all the same.
public struct FileRevision: Sendable, Hashable, CustomStringConvertible {
  public var version: Int
  /// Eight figures of a digest; nil where all that the file says is for all of them.
  public var beyond: String?

  public init(version: Int) { self.version = version }

  /// Reads `7` or `7-3f2a91c0`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let version = parts.first.flatMap({ Int($0) }), version >= 0 else { return nil }
    self.init(version: version)
    guard parts.count == 2 else { return }
    let digest = parts[1].lowercased()
    guard digest.utf8.count == 8, digest.utf8.allSatisfy(Self.isFigure) else { return nil }
    beyond = digest
  }

  private static func isFigure(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  public var description: String { beyond.map { "\(version)-\($0)" } ?? String(version) }
}
