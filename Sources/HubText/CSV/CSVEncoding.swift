extension CSV {
  /// In which characters the bytes of a table are written.
  package enum Encoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// What Excel writes on Windows in Western languages unless it is told otherwise.
    case windows1252 = "windows-1252"
  }

  /// The bytes of a table as UTF-8. A table that says itself that it is UTF-16, by its mark of byte
  /// order, is read as that: spreadsheets call it “Unicode text”.
  package static func utf8(_ bytes: [UInt8], from encoding: Encoding = .utf8) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
    return encoding == .utf8 ? bytes : windows1252(bytes)
  }

  /// Each byte stands for one character, so that parts of a text can be read one after another.
  package static func windows1252(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.underestimatedCount)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        let scalar = byte < 0xA0 ? Unicode.Scalar(high[Int(byte) - 0x80]) : Unicode.Scalar(byte)
        out.append(
          contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      }
    }
    return out
  }

  /// The first line that is no UTF-8, by its number from 1, with its bytes; nil where all are.
  package static func firstLineNotUTF8(in bytes: [UInt8]) -> (
    number: Int, bytes: ArraySlice<UInt8>
  )? {
    guard String(utf8: bytes) == nil else { return nil }
    var number = 1
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(utf8: Array(line)) == nil { return (number, line) }
      number += 1
    }
    return nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> [UInt8] {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// What Windows-1252 has where ISO 8859-1 has control characters.
  private static let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
