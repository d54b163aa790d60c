/// Blanks around words: spaces, tabs, ends of lines and the non-breaking spaces (U+00A0, U+202F)
/// that French puts before a colon.
enum Blanks {
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end {
      let width = leading(bytes, start, end)
      if width == 0 { break }
      start += width
    }
    while start < end {
      let width = trailing(bytes, start, end)
      if width == 0 { break }
      end -= width
    }
    return bytes[start..<end]
  }

  /// How many bytes the blank at a place has; 0 when there is none.
  static func leading(_ bytes: ArraySlice<UInt8>, _ at: Int, _ end: Int) -> Int {
    switch bytes[at] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where at + 1 < end && bytes[at + 1] == 0xA0: 2
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xAF: 3
    default: 0
    }
  }

  /// How many bytes the blank that ends at a place has; 0 when there is none.
  static func trailing(_ bytes: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Int {
    switch bytes[end - 1] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xA0 where end - 2 >= start && bytes[end - 2] == 0xC2: 2
    case 0xAF where end - 3 >= start && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2: 3
    default: 0
    }
  }
}

enum InvalidUTF8 {
  /// The first byte that cannot be read as UTF-8.
  static func first(in bytes: [UInt8]) -> Int? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      let next = (2...4).first { width in
        at + width <= bytes.count
          && String(validating: bytes[at..<at + width], as: UTF8.self)?.unicodeScalars.count == 1
      }
      guard let next else { return at }
      at += next
    }
    return nil
  }
}
