/// The target of a request (RFC 9112, section 3.2).
enum RequestTarget {
  /// The path of a target whose query has been cut off, percent-encoded as received; nil where it
  /// is not UTF-8. A target may name scheme and host too, as requests to a proxy do.
  static func path(_ target: UnsafeBufferPointer<UInt8>) -> String? {
    guard let text = text(target) else { return nil }
    if target.first == UInt8(ascii: "/") { return text }
    for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
    return text
  }

  /// Whether the bytes have neither spaces nor control characters.
  static func isPrintable(_ target: UnsafeBufferPointer<UInt8>) -> Bool {
    target.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    // Nearly every target is ASCII, which is UTF-8 without a closer look.
    bytes.allSatisfy { $0 < 0x80 }
      ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
  }
}
