extension Markdown {
  /// Plain text made safe to splice into Markdown: it says the same, and no character of it is a
  /// mark. Characters that are marks only in some places are escaped only there, so that the file
  /// reads well as it is. A bare web address still becomes a link.
  package static func escape(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var lineStart = true
    // Whether only blanks and then digits, or nothing, stand on the line so far.
    var mayBeNumber = true
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      let previous = index > 0 ? bytes[index - 1] : 0x0A
      if lineStart, byte == 0x20 || byte == 0x09 {
        // Indented text would be code.
        out.append(contentsOf: byte == 0x20 ? "&#32;".utf8 : "&#9;".utf8)
        continue
      }
      let isMark =
        isAlwaysMark(byte)
        || byte == UInt8(ascii: "_") && !(isWord(previous) && isWord(next))
        || byte == UInt8(ascii: "&") && (isWord(next) || next == UInt8(ascii: "#"))
        || lineStart && isMarkAtLineStart(byte)
        || (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"))
          && mayBeNumber && previous &- 0x30 < 10
      if isMark { out.append(UInt8(ascii: "\\")) }
      out.append(byte)
      lineStart = byte == 0x0A || byte == 0x0D
      mayBeNumber = lineStart || mayBeNumber && byte &- 0x30 < 10
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isAlwaysMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func isMarkAtLineStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: ">"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
