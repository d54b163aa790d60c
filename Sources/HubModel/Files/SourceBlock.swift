/// A keyword and its value, on a line of a list: `- Purpose: decision`.
struct SourceEntry<Key: Hashable & Sendable> {
  /// nil when the keyword is not known.
  var key: Key?
  /// The language of the keyword; nil when both have it.
  var language: Language?
  /// The keyword and the value as they were typed, without blanks around them.
  var word: Range<Int>
  var value: Range<Int>
  /// The line of the keyword, counted from 0.
  var line: Int
}

/// A part of a file: its heading, the keywords that follow it and the text after them.
struct SourceBlock<Key: Hashable & Sendable> {
  /// The line of the heading; nil when there is none.
  var heading: Int?
  /// What the heading says.
  var title: Range<Int>
  var entries: [SourceEntry<Key>] = []
  /// The lines of the text.
  var text: Range<Int>
}

extension SourceFile {
  /// Splits the file at its headings of level 2: what comes before the first one, then a block
  /// for each.
  ///
  /// - Parameter isText: whether a line that looks like a keyword begins the text of its block.
  mutating func blocks<Key>(
    _ words: WordTable<Key>, isText: (ArraySlice<UInt8>) -> Bool = { _ in false }
  ) -> (preamble: SourceBlock<Key>, blocks: [SourceBlock<Key>]) {
    let starts = lines.indices.filter { lines[$0].kind == .heading(2) }
    let preamble = preamble(0..<(starts.first ?? lines.count), words)
    var blocks: [SourceBlock<Key>] = []
    blocks.reserveCapacity(starts.count)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : lines.count
      var block = SourceBlock<Key>(heading: start, title: headingText(start), text: start..<end)
      var next = start + 1
      var afterBlank = false
      while next < end {
        if lines[next].kind == .blank {
          afterBlank = true
        } else if let entry = entry(next, upTo: end, words),
          entry.key != nil
            || !isText(bytes[lines[next].range])
              && (!afterBlank || words.nearest(to: string(entry.word)) != nil)
        {
          block.entries.append(entry)
          next = lastLine(of: entry)
          afterBlank = false
        } else {
          break
        }
        next += 1
      }
      // The first paragraph: further down a word before a colon is one of the text.
      for line in next..<end {
        guard lines[line].kind == .text else { break }
        if let word = bareKeyword(line, words) {
          fault("keywordNotMarked", ["word": string(word)], line: line)
        }
      }
      block.text = next..<end
      blocks.append(block)
    }
    return (preamble, blocks)
  }

  /// The title and the keywords before the first heading of level 2; nothing else belongs there.
  private mutating func preamble<Key>(
    _ range: Range<Int>, _ words: WordTable<Key>
  ) -> SourceBlock<Key> {
    var block = SourceBlock<Key>(
      heading: nil, title: 0..<0, text: range.upperBound..<range.upperBound)
    var next = range.lowerBound
    var inStray = false
    while next < range.upperBound {
      if lines[next].kind == .blank {
        inStray = false
      } else if lines[next].kind == .heading(1), block.heading == nil {
        block.heading = next
        block.title = headingText(next)
        inStray = false
      } else if let entry = entry(next, upTo: range.upperBound, words) {
        block.entries.append(entry)
        next = lastLine(of: entry)
        inStray = false
      } else if !inStray {
        let isTitle = lines[next].kind == .heading(1)
        fault(isTitle ? "secondTitle" : "strayText", line: next)
        inStray = true
      }
      next += 1
    }
    return block
  }

  /// What a heading says, without its signs.
  func headingText(_ line: Int) -> Range<Int> {
    var start = lines[line].start
    while start < lines[line].end, bytes[start] == 0x23 { start += 1 }
    return trimmed(start..<lines[line].end)
  }

  /// The keyword and value of a line; a value that was wrapped goes on over indented lines.
  private func entry<Key>(
    _ line: Int, upTo end: Int, _ words: WordTable<Key>
  ) -> SourceEntry<Key>? {
    guard let split = Self.keyword(bytes[lines[line].range]) else { return nil }
    let match = words.find(Folding.folded(bytes[split.word]))
    var last = line
    while last + 1 < end, continues(last + 1) { last += 1 }
    let value = trimmed(split.value..<lines[last].end)
    return SourceEntry(
      key: match?.value, language: match?.language, word: split.word, value: value, line: line)
  }

  private func continues(_ line: Int) -> Bool {
    guard lines[line].kind == .text else { return false }
    let rest = bytes[lines[line].range].drop { $0 == 0x20 || $0 == 0x09 }
    return rest.startIndex - lines[line].start >= 2 && Self.bullet(rest) == nil
  }

  private func lastLine<Key>(of entry: SourceEntry<Key>) -> Int {
    var line = entry.line
    while lines[line].end < entry.value.upperBound { line += 1 }
    return line
  }

  /// The start of what follows a bullet: `- `, `* ` or `+ `, or what word processors make of them
  /// (`– `, `• `).
  static func bullet(_ line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first else { return nil }
    let isPlain = first == 0x2D || first == 0x2A || first == 0x2B
    let length = isPlain ? 1 : first >= 0x80 ? ListSigns.length(line) : 0
    guard length > 0 else { return nil }
    var start = line.startIndex + length
    while start < line.endIndex {
      let blank = Blanks.leading(line, start, line.endIndex)
      if blank == 0 { break }
      start += blank
    }
    return start > line.startIndex + length ? start : nil
  }

  /// A keyword of the file at the start of a line that is no list item: `Visibility: in camera`. It
  /// would be taken for text, and read by everybody.
  private func bareKeyword<Key>(_ line: Int, _ words: WordTable<Key>) -> Range<Int>? {
    guard lines[line].kind == .text, Self.bullet(bytes[lines[line].range]) == nil,
      let colon = bytes[lines[line].range].prefix(Self.longestKeyword).firstIndex(of: 0x3A)
    else { return nil }
    var word = Blanks.trimmed(bytes[lines[line].start..<colon])
    while word.first == 0x2A { word = word.dropFirst() }
    while word.last == 0x2A { word = Blanks.trimmed(word.dropLast()) }
    return words.find(Folding.folded(word)) == nil ? nil : word.indices
  }

  /// The longest keyword, in bytes; a longer text before a colon is a sentence.
  private static let longestKeyword = 48

  /// Splits `- Keyword: value`. The keyword may be bold, the colon may stand after a blank, and at
  /// least a blank follows it (`https://` is no keyword).
  static func keyword(_ line: ArraySlice<UInt8>) -> (word: Range<Int>, value: Int)? {
    let indented = line.prefix(3).prefix { $0 == 0x20 }.count
    guard var start = bullet(line.dropFirst(indented)) else { return nil }
    let bold = line[start...].starts(with: [0x2A, 0x2A])
    if bold { start += 2 }
    guard let colon = line[start...].prefix(longestKeyword).firstIndex(of: 0x3A) else { return nil }
    var value = colon + 1
    var word = Blanks.trimmed(line[start..<colon])
    if bold {
      if line[value...].starts(with: [0x2A, 0x2A]) { value += 2 }
      if word.suffix(2).elementsEqual([0x2A, 0x2A]) { word = Blanks.trimmed(word.dropLast(2)) }
    }
    guard value == line.endIndex || Blanks.leading(line, value, line.endIndex) > 0 else {
      return nil
    }
    return word.isEmpty ? nil : (word.indices, value)
  }
}
