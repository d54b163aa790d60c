import HubText

/// Percent-encoding (RFC 3986, section 2.1).
package enum PercentEncoding {
  /// The text with everything but letters, digits and `-._~` encoded: fit for a path segment and
  /// for the name or value of a query.
  package static func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 0xF)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text behind the encoding; nil for a `%` without two hexadecimal digits, for bytes that
  /// are not UTF-8 and for a NUL, which no name or value of ours contains.
  package static func decode(_ text: String, plusIsSpace: Bool = false) -> String? {
    decode(Array(text.utf8)[...], plusIsSpace: plusIsSpace)
  }

  static func decode(_ text: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      var byte = text[index]
      if byte == UInt8(ascii: "%") {
        guard index + 2 < text.endIndex, let high = hex(text[index + 1]),
          let low = hex(text[index + 2])
        else { return nil }
        byte = high << 4 | low
        index += 2
      } else if plusIsSpace, byte == UInt8(ascii: "+") {
        byte = 0x20
      }
      if byte == 0 { return nil }
      bytes.append(byte)
      index += 1
    }
    return String(utf8: bytes)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x37
    default: nil
    }
  }
}
