import CZlib

/// One gzip form (RFC 1952) in the making, by zlib; used again for the next one.
///
/// Whoever has it has it alone: it is handed on between two forms, never within one.
final class Deflater: @unchecked Sendable {
  /// zlib holds on to where this is.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 1)

  /// - Returns: nil where there is no memory for it.
  init?(level: Int) {
    stream.initialize(to: z_stream())
    guard hub_zlib_gzip(stream, Int32(level)) == Z_OK else { return nil }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    room.deallocate()
  }

  /// Begins another form.
  func reset() { deflateReset(stream) }

  /// Takes the next bytes, and gives what there is of the form by now; zlib keeps back what it can
  /// still make shorter.
  ///
  /// - Parameter isLast: whether the form ends with them.
  func add(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> [UInt8] {
    var made: [UInt8] = []
    var rest = bytes[...]
    repeat {
      // zlib counts in 32 bits.
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      rest = rest.dropFirst(piece.count)
      // It only reads from there, whatever its type says.
      stream.pointee.next_in = UnsafeMutableRawPointer(mutating: piece.baseAddress)?
        .assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_in = UInt32(piece.count)
      run(isLast && rest.isEmpty ? Z_FINISH : Z_NO_FLUSH, into: &made)
    } while !rest.isEmpty
    return made
  }

  private func run(_ flush: Int32, into made: inout [UInt8]) {
    // Room that was not filled means that nothing is left to be done.
    repeat {
      stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room.count)
      deflate(stream, flush)
      made.append(contentsOf: room[..<(room.count - Int(stream.pointee.avail_out))])
    } while stream.pointee.avail_out == 0
  }
}
