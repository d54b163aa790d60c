/// Keeps the bytes of an answer where they are until libmicrohttpd has sent them, uncopied.
final class KeptBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the bytes are. An array's elements stay where they are for as long as one reference to
  /// it is held and nobody changes it; this object holds one, and nobody can change it.
  var start: UnsafeMutableRawPointer? {
    bytes.withUnsafeBytes { UnsafeMutableRawPointer(mutating: $0.baseAddress) }
  }

  var count: Int { bytes.count }
}
