/// A path taken apart into decoded segments, refusing what two readers could take for different
/// paths: an encoded slash or backslash, `.` and `..`, empty segments, control characters,
/// invalid percent-encoding or UTF-8.
enum PathSegments {
  /// The segments of a path; a single `/` at the end makes no difference. Nil where the path is
  /// refused.
  static func split(_ path: String) -> [String]? {
    let bytes = Array(path.utf8)
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    var parts = bytes.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }
    var segments: [String] = []
    segments.reserveCapacity(parts.count)
    for part in parts {
      guard let segment = decode(part) else { return nil }
      segments.append(segment)
    }
    return segments
  }

  private static func decode(_ part: ArraySlice<UInt8>) -> String? {
    guard let text = PercentEncoding.decode(part), !text.isEmpty, text != ".", text != ".." else {
      return nil
    }
    let refused = text.utf8.contains {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 < 0x20 || $0 == 0x7F
    }
    return refused ? nil : text
  }
}
