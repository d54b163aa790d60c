import CZlib

/// Reads the gzip form (RFC 1952) by zlib itself, as a browser does.
package enum Gunzip {
  /// The bytes that were compressed; nil where they are not exactly one gzip form, whole.
  package static func expand(_ bytes: [UInt8]) -> [UInt8]? {
    // zlib holds on to where this is.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    guard hub_zlib_gunzip(stream) == Z_OK else { return nil }
    defer { inflateEnd(stream) }
    var bytes = bytes
    return bytes.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress
      stream.pointee.avail_in = UInt32(bytes.count)
      return expanded(stream)
    }
  }

  private static func expanded(_ stream: UnsafeMutablePointer<z_stream>) -> [UInt8]? {
    var made: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let (result, count) = room.withUnsafeMutableBufferPointer { room in
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        let result = inflate(stream, Z_NO_FLUSH)
        return (result, room.count - Int(stream.pointee.avail_out))
      }
      made += room[..<count]
      if result == Z_STREAM_END { return stream.pointee.avail_in == 0 ? made : nil }
      guard result == Z_OK else { return nil }
    }
  }
}
