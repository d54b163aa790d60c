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
}
