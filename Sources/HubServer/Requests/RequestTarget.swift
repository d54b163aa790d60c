/// The target of a request (RFC 9112, section 3.2).
enum RequestTarget {
  /// The path of a target whose query has been cut off, percent-encoded as received; nil where it
  /// is not UTF-8. A target may name scheme and host too, as requests to a proxy do.
  static func path(_ target: UnsafeBufferPointer<UInt8>) -> String? {
    guard let text = String(validating: target, as: UTF8.self) else { return nil }
    if target.first == UInt8(ascii: "/") { return text }
    for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
    return text
  }
}
