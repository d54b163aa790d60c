/// A path taken apart into decoded segments, refusing what two readers could take for different
/// paths: an encoded slash or backslash, `.` and `..`, empty segments, control characters,
/// invalid percent-encoding or UTF-8.
package enum PathSegments {
  /// The segments of a path; a single `/` at the end makes no difference. Nil where the path is
  /// refused.
  package static func split(_ path: String) -> [String]? {
    var path = path
    return path.withUTF8 { split($0) }
  }

  private static func split(_ path: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard path.first == UInt8(ascii: "/") else { return nil }
    var segments: [String] = []
    segments.reserveCapacity(8)
    var start = 1
    while start < path.count {
      var end = start
      var isPlain = true
      while end < path.count, path[end] != UInt8(ascii: "/") {
        isPlain = isPlain && isPlainByte(path[end])
        end += 1
      }
      guard let segment = decode(path[start..<end], isPlain: isPlain) else { return nil }
      segments.append(segment)
      start = end + 1
    }
    return segments
  }

  /// Whether the byte stands for itself in every reading; a dot is looked at more closely.
  private static func isPlainByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "\\")
      && byte != UInt8(ascii: ".")
  }

  private static func decode(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, isPlain: Bool
  ) -> String? {
    if part.isEmpty { return nil }
    let part = UnsafeBufferPointer(rebasing: part)
    if isPlain { return String(decoding: part, as: UTF8.self) }
    guard let text = PercentEncoding.decode(ArraySlice(part)), text != ".", text != ".." else {
      return nil
    }
    let refused = text.utf8.contains {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 < 0x20 || $0 == 0x7F
    }
    return refused ? nil : text
  }
}
