/// The gzip form (RFC 1952) of bytes that come piece by piece, in memory that does not grow with
/// them.
///
/// Not Sendable: one thread uses it at a time.
package final class GzipStream {
  private let deflater: Deflater

  /// - Returns: nil where there is no memory for it.
  package init?() {
    guard let deflater = Deflater(level: Gzip.level) else { return nil }
    self.deflater = deflater
  }

  /// Takes a piece, and gives what there is to be sent by now; often nothing.
  package func add(_ piece: [UInt8]) -> [UInt8] {
    piece.withUnsafeBytes { deflater.add($0, isLast: false) }
  }

  /// What is still to be sent. Nothing can be added after it.
  package func end() -> [UInt8] {
    deflater.add(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }
}
