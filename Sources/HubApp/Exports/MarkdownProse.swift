import HubModel

/// Markdown that somebody wrote, made fit to stand inside another document.
enum MarkdownProse {
  /// The text with its headings put below the document's and without raw HTML: a tag is shown as
  /// it was typed. Code and web addresses in angle brackets stay as they are.
  static func safe(_ text: String, headingsBelow level: Int) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var at = 0
    var isLineStart = true
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "`"):
        let end = codeEnd(from: at, in: bytes)
        out += bytes[at..<end]
        at = end
      case UInt8(ascii: "\\") where at + 1 < bytes.count:
        out += bytes[at...(at + 1)]
        at += 2
      case UInt8(ascii: "<") where !isAddress(bytes[(at + 1)...]):
        out += [UInt8(ascii: "\\"), byte]
        at += 1
      case UInt8(ascii: "#") where isLineStart:
        let marks = bytes[at...].prefix { $0 == byte }.count
        out += [UInt8](repeating: byte, count: marks > 6 ? marks : min(6, marks + level))
        at += marks
      default:
        out.append(byte)
        at += 1
      }
      isLineStart = byte == 0x0A
    }
    return String(decoding: out, as: UTF8.self).trimmingSpace
  }

  /// Where the code that begins with these backticks ends; after the backticks when it never does.
  private static func codeEnd(from start: Int, in bytes: [UInt8]) -> Int {
    let marks = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
    var at = start + marks
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "`") else {
        at += 1
        continue
      }
      let run = bytes[at...].prefix { $0 == UInt8(ascii: "`") }.count
      at += run
      if run == marks { return at }
    }
    return start + marks
  }

  private static func isAddress(_ rest: ArraySlice<UInt8>) -> Bool {
    ["https://", "http://", "mailto:"].contains { rest.starts(with: $0.utf8) }
  }
}

extension String {
  /// Without blank lines and blanks at either end.
  fileprivate var trimmingSpace: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
