import HubModel
import HubText

/// Makes links of the references in a text whose records have a place in the same document.
struct ReferenceLinks {
  private let anchors: Set<Reference>
  private let level: Int

  /// - Parameter level: of the heading above the text; its own headings are put below that.
  init(_ anchors: Set<Reference>, headingsBelow level: Int = 1) {
    self.anchors = anchors
    self.level = level
  }

  func html(_ reference: Reference) -> HTML {
    anchors.contains(reference)
      ? "<a class=\"ref\" href=\"#\(reference)\">\(reference)</a>"
      : "<span class=\"ref\">\(reference)</span>"
  }

  /// Plain text, escaped.
  func html(_ text: String) -> HTML {
    var bytes: [UInt8] = []
    append(HTML(text: text).bytes[...], to: &bytes)
    return HTML(raw: bytes)
  }

  /// Markup that was made from Markdown. An image is left out for what it shows, in words: a
  /// document makes no requests. Nothing becomes a link inside a link or code.
  func html(in markup: HTML) -> HTML {
    var bytes: [UInt8] = []
    var rest = markup.bytes[...]
    var untouched = 0
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      let text = rest[..<open]
      if untouched > 0 { bytes += text } else { append(text, to: &bytes) }
      let isComment = rest[open...].starts(with: "<!--".utf8)
      let end = rest[open...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex - 1
      let tag = String(decoding: rest[open...end], as: UTF8.self)
      rest = rest[(end + 1)...]
      let name = tag.dropFirst().prefix { $0 != " " && $0 != ">" }
      switch name {
      case _ where isComment: break
      case "img": bytes += Self.alternative(of: tag).utf8
      case "a", "code", "pre":
        untouched += 1
        bytes += tag.utf8
      case "/a", "/code", "/pre":
        untouched -= 1
        bytes += tag.utf8
      case "h1", "h2", "h3", "h4", "h5", "h6", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6":
        let depth = min(6, level + (name.last?.wholeNumberValue ?? 1))
        bytes += "<\(name.dropLast())\(depth)>".utf8
      default: bytes += tag.utf8
      }
    }
    append(rest, to: &bytes)
    return HTML(raw: bytes)
  }

  /// The text of an image, still escaped.
  private static func alternative(of tag: String) -> Substring {
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    guard let name = parts.firstIndex(of: " alt="), name + 1 < parts.count else { return "" }
    return parts[name + 1]
  }

  /// Appends escaped text, its references made links.
  private func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var at = text.startIndex
    var run = at
    while at < text.endIndex {
      let startsWord = at == text.startIndex || !Self.isWord(text[at - 1])
      guard startsWord, let end = Self.end(ofReferenceAt: at, in: text),
        let reference = Reference(String(decoding: text[at..<end], as: UTF8.self)),
        anchors.contains(reference)
      else {
        at += 1
        continue
      }
      bytes += text[run..<at]
      bytes += html(reference).bytes
      at = end
      run = end
    }
    bytes += text[run...]
  }

  /// Up to three capital letters, a dash and digits, with nothing of a word after them.
  private static func end(ofReferenceAt start: Int, in text: ArraySlice<UInt8>) -> Int? {
    let letters = text[start...].prefix { $0 &- 0x41 < 26 }
    guard (1...3).contains(letters.count), letters.endIndex < text.endIndex,
      text[letters.endIndex] == UInt8(ascii: "-")
    else { return nil }
    let digits = text[(letters.endIndex + 1)...].prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty, digits.endIndex == text.endIndex || !isWord(text[digits.endIndex])
    else { return nil }
    return digits.endIndex
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }
}
