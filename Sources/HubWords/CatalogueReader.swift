/// Reads the entries of a catalogue file one after another, without judging them: tests do.
///
/// ```
/// # comment
/// action.overdue
///   en: {count|one:… |other:…}
///   fr: {count|one:… |other:…}
/// ```
/// A line without indentation is a key, an indented one is its text in a language.
struct CatalogueReader {
  /// One key with the places of its texts in the bytes; an absent text is empty.
  struct Entry {
    let key: Range<Int>
    var en = 0..<0
    var fr = 0..<0
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Entry? {
    while let line = nextLine() {
      guard !line.isEmpty, !isSpace(line.lowerBound), bytes[line.lowerBound] != Self.hash else {
        continue
      }
      var entry = Entry(key: line)
      readTexts(into: &entry)
      return entry
    }
    return nil
  }

  /// The indented lines below a key; stops before the first line that is not.
  private mutating func readTexts(into entry: inout Entry) {
    while at < end, isSpace(at) {
      guard var line = nextLine() else { return }
      while !line.isEmpty, isSpace(line.lowerBound) { line.removeFirst() }
      guard line.count > 3, bytes[line.lowerBound + 2] == Self.colon else { continue }
      let language = (bytes[line.lowerBound], bytes[line.lowerBound + 1])
      var text = line.dropFirst(3)
      while !text.isEmpty, isSpace(text.startIndex) { text = text.dropFirst() }
      let range = text.startIndex..<text.endIndex
      if language == (0x65, 0x6E) { entry.en = range }
      if language == (0x66, 0x72) { entry.fr = range }
    }
  }

  /// The next line, without its end and without blanks before that.
  private mutating func nextLine() -> Range<Int>? {
    guard at < end else { return nil }
    let start = at
    while at < end, bytes[at] != Self.newline { at += 1 }
    var stop = at
    at += 1
    while stop > start, isSpace(stop - 1) { stop -= 1 }
    return start..<stop
  }

  private func isSpace(_ index: Int) -> Bool { bytes[index] == 0x20 || bytes[index] == 0x0D }

  private static let newline: UInt8 = 0x0A
  private static let colon: UInt8 = 0x3A
  private static let hash: UInt8 = 0x23
}
