/// A text shown as it was typed, where it would be too much work to read its marks: nothing of it
/// is lost, and nothing of it is markup.
enum PlainParagraphs {
  static func html(_ text: String) -> HTML {
    var html = HTML()
    for paragraph in paragraphs(text) {
      html += "<p>\(String(decoding: paragraph, as: UTF8.self))</p>\n"
    }
    return html
  }

  /// On one line, with a space for each run of blanks.
  static func plain(_ text: String) -> String {
    let words = text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// What stands between blank lines.
  private static func paragraphs(_ text: String) -> [[UInt8]] {
    var paragraphs: [[UInt8]] = []
    var current: [UInt8] = []
    for line in text.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        if !current.isEmpty { paragraphs.append(current) }
        current = []
      } else {
        if !current.isEmpty { current.append(0x0A) }
        current += line
      }
    }
    return current.isEmpty ? paragraphs : paragraphs + [current]
  }
}
