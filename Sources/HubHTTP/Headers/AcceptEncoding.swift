/// Choosing between a body as it is and its gzip form by `Accept-Encoding` (RFC 9110, section
/// 12.5.3).
package enum AcceptEncoding {
  /// Whether the caller takes gzip, and likes it no less than the body as it is.
  ///
  /// `*` speaks for gzip where gzip is not named, and `identity` only for itself: who says nothing
  /// of it takes it, but asks for something shorter. A malformed name counts as not said.
  /// - Parameter value: the field's value; nil where it is absent: then nothing shows that the
  ///   caller can read anything but the body itself.
  package static func prefersGzip(_ value: String?) -> Bool {
    guard let value else { return false }
    let names = WeightedName.list(value)
    func quality(_ name: String) -> Int? { names.first { $0.name == name }?.quality }
    // The old name is the same coding (section 8.4.1.3).
    let gzip = quality("gzip") ?? quality("x-gzip") ?? quality("*") ?? 0
    return gzip > 0 && gzip >= quality("identity") ?? 0
  }
}

extension Request {
  /// Whether the answer's body may come in the gzip form, and should.
  package var prefersGzip: Bool {
    AcceptEncoding.prefersGzip(headers.joined("Accept-Encoding"))
  }
}
