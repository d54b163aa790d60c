/// The spelling of strings and numbers in JSON.
@usableFromInline
enum JSONText {
  /// The next quote, backslash or control character, looking at eight bytes at a time.
  static func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(text)
    var index = start
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      // A byte below n sets its high bit in (word - n…n) & ~word; a lower byte may lend to it a
      // false alarm, which only ends the fast path early.
      let found =
        ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)
      if found & (ones &* 0x80) != 0 { break }
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
      index += 1
    }
    return index
  }

  /// The letter after the backslash of a short escape; nil for a control character without one.
  static func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x22, 0x5C: byte
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    default: nil
    }
  }

  /// Writes the decimal digits of the number, at most 20 bytes; answers how many.
  @usableFromInline
  static func spell(_ value: Int64, _ bytes: UnsafeMutablePointer<UInt8>) -> Int {
    var rest = value.magnitude
    var digits = 1
    var limit = rest / 10
    while limit > 0 {
      digits += 1
      limit /= 10
    }
    let sign = value < 0 ? 1 : 0
    if value < 0 { bytes.pointee = UInt8(ascii: "-") }
    for index in stride(from: digits - 1, through: 0, by: -1) {
      bytes[sign + index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return sign + digits
  }
}

extension JSONWriter {
  /// Writes the text in quotes, copying runs of bytes that need no escape.
  @usableFromInline
  mutating func quoted(_ text: String) {
    text.utf8Span.span.withUnsafeBufferPointer { quoted($0) }
  }

  private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    var special = JSONText.firstSpecial(in: utf8, from: 0)
    let start = room(utf8.count + 2)
    start.pointee = UInt8(ascii: "\"")
    guard special < utf8.count else {
      if let text = utf8.baseAddress { (start + 1).update(from: text, count: utf8.count) }
      start[utf8.count + 1] = UInt8(ascii: "\"")
      count += utf8.count + 2
      return
    }
    count += 1
    var run = 0
    while true {
      put(UnsafeBufferPointer(rebasing: utf8[run..<special]))
      if special == utf8.count { break }
      escape(utf8[special])
      run = special + 1
      special = JSONText.firstSpecial(in: utf8, from: run)
    }
    put(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    put(UInt8(ascii: "\\"))
    if let letter = JSONText.shortEscape(byte) {
      put(letter)
    } else {
      let digit = byte & 0xF
      for byte in "u00".utf8 { put(byte) }
      put(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      put(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
