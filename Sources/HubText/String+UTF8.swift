extension String {
  /// The text that the bytes spell; nil where they are not UTF-8.
  ///
  /// `String(validating:as:)` does the same and takes three times as long on short texts, because
  /// it is generic over the encoding.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let span = try? UTF8Span(validating: bytes.span) else { return nil }
    self.init(copying: span)
  }

  /// The text that the bytes spell; nil where they are not UTF-8.
  package init?(utf8 bytes: [UInt8]) {
    guard let text = bytes.withUnsafeBufferPointer({ String(utf8: $0) }) else { return nil }
    self = text
  }

  /// Whether it is spelled by the same bytes: in time that does not depend on what they are, where
  /// `==` asks whether both look the same.
  package func isSpelled(like other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
