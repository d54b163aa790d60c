/// The text of a section: opaque Markdown, of which only the lines that the file itself would
/// understand are written with a backslash before them.
enum SourceText {
  /// Whether a line would mean something to the file, beside headings and fences.
  typealias Structure = (ArraySlice<UInt8>) -> Bool

  /// Reads lines as they were before they were escaped; blank lines around them do not belong to
  /// the text.
  static func read(
    _ lines: some RandomAccessCollection<SourceFile.Line>, of bytes: [UInt8],
    _ structure: Structure
  ) -> String {
    guard let first = lines.firstIndex(where: { $0.kind != .blank }),
      let last = lines.lastIndex(where: { $0.kind != .blank })
    else { return "" }
    var text: [UInt8] = []
    text.reserveCapacity(lines[last].end - lines[first].start)
    for index in lines.indices[first...last] {
      if index != first { text.append(0x0A) }
      let line = lines[index]
      let escaped = line.kind == .text && isEscaped(bytes[line.range], structure)
      text += bytes[(line.start + (escaped ? 1 : 0))..<line.end]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes a text so that `read` gives it back; ends of lines become line feeds.
  static func write(_ text: String, to out: inout [UInt8], _ structure: Structure) {
    let bytes = lineFeeds(text)
    let lines = lines(of: bytes)
    for (index, line) in lines.enumerated() {
      let slice = bytes[line.range]
      let atEdge = index == 0 || index == lines.count - 1
      let escapes =
        switch line.kind {
        case .code: false
        case .blank: atEdge
        case .heading: true
        case .text: isEscaped(slice, structure) || isStructure(slice, structure)
        }
      if escapes { out.append(0x5C) }
      out += slice
      out.append(0x0A)
    }
  }

  /// The lines of a text that stands by itself.
  static func lines(of bytes: [UInt8]) -> [SourceFile.Line] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      SourceFile.Line(start: $0.startIndex, end: $0.endIndex, kind: kind($0))
    }
    Fences.mark(&lines, in: bytes)
    return lines
  }

  /// The bytes of a text with one kind of end of line.
  static func lineFeeds(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    guard bytes.contains(0x0D) else { return bytes }
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte != 0x0D {
        out.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != 0x0A {
        out.append(0x0A)
      }
    }
    swap(&bytes, &out)
    return bytes
  }

  static func kind(_ line: ArraySlice<UInt8>) -> SourceFile.Kind {
    line.withUnsafeBufferPointer { SourceFile.kind($0[...]) }
  }

  /// A backslash or more before something that a file would understand, or before nothing.
  private static func isEscaped(_ line: ArraySlice<UInt8>, _ structure: Structure) -> Bool {
    guard line.first == 0x5C else { return false }
    let rest = line.drop { $0 == 0x5C }
    return rest.allSatisfy { $0 == 0x20 || $0 == 0x09 } || isStructure(rest, structure)
  }

  private static func isStructure(_ line: ArraySlice<UInt8>, _ structure: Structure) -> Bool {
    SourceFile.headingLevel(line) > 0 || Fences.opener(line) != nil || structure(line)
  }
}
