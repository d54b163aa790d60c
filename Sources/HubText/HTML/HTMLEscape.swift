/// Text made harmless inside elements and quoted attributes.
enum HTMLEscape {
  /// Appends the text, copying runs of bytes that need no escape.
  static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &bytes) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, to: &bytes) } }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    // One bit per byte below 64: " & ' < >
    let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
    var run = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 64, special &>> UInt64(byte) & 1 == 1 else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
      bytes.append(contentsOf: entity(byte).utf8)
      run = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
  }

  private static func entity(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }
}
