/// How much work a text may be for the library that reads Markdown, estimated before it sees it.
///
/// Version 0.29 of it takes time and memory in the square of what somebody writes to that end: it
/// fills every row of a table up to its widest, looks back over a paragraph at every mark, writes
/// an address out wherever its name stands, and goes through all open quotes and lists at every
/// line. Nothing that people write comes near the bounds.
struct MarkdownBounds {
  /// Bytes of a text.
  static let bytes = 250_000
  /// Cells of all tables together, each row as wide as the widest of its table.
  static let cells = 40_000
  /// Quotes and lists within one another that one line opens.
  static let nesting = 24
  /// How far the beginning of a list is moved in, in bytes: each list within another is two more.
  static let indentation = 200
  /// Lines of a text by the quotes and lists that may be open on them.
  static let depth = 500_000
  /// Marks of a paragraph by its bytes, added up over all.
  static let work = 50_000_000

  /// Of the lines that may be one paragraph or one table.
  private var lines = 0
  private var length = 0
  private var marks = 0
  private var widest = 0
  private var hasName = false
  /// Of the whole text.
  private var allLines = 0
  private var deepest = 0
  private var brackets = 0
  private var longestName = 0
  private var cells = 0
  private var work = 0
  private var isBeyond = false

  /// Whether a text keeps within all of them.
  static func hold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= bytes else { return false }
    var bounds = MarkdownBounds()
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == 0x0A || text[end] == 0x0D {
      bounds.read(text[start..<end])
      start = end + 1
    }
    bounds.endParagraph()
    return !bounds.isBeyond && bounds.work <= work && bounds.cells <= cells
      && bounds.brackets * bounds.longestName <= work && bounds.allLines * bounds.deepest <= depth
  }

  private mutating func read(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    allLines += 1
    let content = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard !content.isEmpty else { return endParagraph() }
    let indentation = content.startIndex - line.startIndex
    if indentation < 4, Self.isListItem(content) { endParagraph() }
    let containers = Self.containers(content)
    if containers > Self.nesting || containers > 0 && indentation > Self.indentation {
      isBeyond = true
    }
    if containers > 0 { deepest = max(deepest, containers + indentation / 2) }
    count(content)
  }

  private mutating func count(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    var pipes = 0
    var before: UInt8 = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "["):
        brackets += 1
        marks += 1
      case UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "@"):
        marks += 1
      case UInt8(ascii: ":") where before == UInt8(ascii: "]"): hasName = true
      case UInt8(ascii: "/") where before == UInt8(ascii: ":"): marks += 1
      case UInt8(ascii: "w") where before == UInt8(ascii: "w"): marks += 1
      default: break
      }
      before = byte
    }
    if pipes > 0 { widest = max(widest, pipes + 1) }
    lines += 1
    length += line.count + 1
  }

  private mutating func endParagraph() {
    work += marks * length
    cells += lines * widest
    if hasName { longestName = max(longestName, length) }
    (lines, length, marks, widest, hasName) = (0, 0, 0, 0, false)
  }

  /// Whether a line begins an item that ends the paragraph before it: one of a list without
  /// numbers, with something in it.
  private static func isListItem(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = line.first, isBullet(first) else { return false }
    let rest = line.dropFirst()
    let content = rest.drop { $0 == 0x20 || $0 == 0x09 }
    return content.startIndex > rest.startIndex && !content.isEmpty
  }

  /// How many quotes and list items a line opens.
  private static func containers(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    var rest = line
    while let first = rest.first {
      if first == UInt8(ascii: ">") {
        rest = rest.dropFirst()
      } else {
        let marker =
          isBullet(first) ? rest.dropFirst() : rest.drop { $0 &- 0x30 < 10 }.dropFirst()
        let isMarker =
          isBullet(first) || first &- 0x30 < 10 && (marker.startIndex > rest.startIndex + 1)
        guard isMarker, marker.first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true else { break }
        rest = marker
      }
      count += 1
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    }
    return count
  }

  private static func isBullet(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
  }
}
