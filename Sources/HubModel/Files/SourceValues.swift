/// Reads the values of keywords and reports what cannot be read.
struct SourceValues {
  var file: SourceFile
  /// The day from which *Friday*, and a date without a year, count.
  let day: Day
  /// The language of the file: that of most of its keywords.
  var language = Language.en
  /// Handles on lists on which nobody stands twice.
  var listed: Set<String> = []

  init(_ file: SourceFile, from day: Day) {
    self.file = file
    self.day = day
  }

  /// The language in which most keywords are; English when there are as many of each.
  static func language<Key>(
    of preamble: [SourceEntry<Key>], _ others: [[SourceEntry<Key>]]
  ) -> Language {
    var balance = 0
    for entry in preamble { balance += weight(entry) }
    for entries in others { for entry in entries { balance += weight(entry) } }
    return balance < 0 ? .fr : .en
  }

  private static func weight<Key>(_ entry: SourceEntry<Key>) -> Int {
    switch entry.language {
    case .en: 1
    case .fr: -1
    case nil: 0
    }
  }

  func string(_ range: Range<Int>) -> String { file.string(range) }

  /// `1. Welcome`: the number, and where the title is.
  static func numbered(_ title: ArraySlice<UInt8>) -> (number: Int?, title: Range<Int>) {
    let digits = title.prefix { (0x30...0x39).contains($0) }
    let after = digits.endIndex
    guard (1...3).contains(digits.count), after < title.endIndex,
      title[after] == 0x2E || title[after] == 0x29,
      after + 1 == title.endIndex || title[after + 1] == 0x20 || title[after + 1] == 0x09
    else { return (nil, title.indices) }
    return (
      digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, Blanks.trimmed(title[(after + 1)...]).indices
    )
  }

  /// The parts of a list between commas and semicolons that do not stand in parentheses.
  func list(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    for at in range {
      switch file.bytes[at] {
      case 0x28 where !isEscaped(at, from: start): depth += 1
      case 0x29 where !isEscaped(at, from: start): depth = max(0, depth - 1)
      case 0x2C where depth == 0 && !isEscaped(at, from: start),
        0x3B where depth == 0 && !isEscaped(at, from: start):
        parts.append(file.trimmed(start..<at))
        start = at + 1
      default: break
      }
    }
    parts.append(file.trimmed(start..<range.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  private func isEscaped(_ at: Int, from start: Int) -> Bool {
    Escapes.isEscaped(file.bytes[start..<at], at)
  }

  /// The most that a text of one line may hold, in bytes.
  static let longestLine = 500

  /// A text of one line in two languages.
  mutating func oneLine(_ range: Range<Int>, at pointer: String, line: Int) -> LocalizedText {
    let reading = OneLine.read(file.bytes[range], in: language)
    if reading.isAmbiguous {
      fault(
        "ambiguousSlash", at: pointer, line: line, byte: range.lowerBound, ["text": string(range)])
    }
    for language in Language.allCases where reading.text[language].utf8.count > Self.longestLine {
      fault(
        "tooLong", at: pointer + "/" + language.rawValue, line: line, byte: range.lowerBound,
        ["most": String(Self.longestLine)])
    }
    return reading.text
  }

  /// A text of one line in no particular language.
  func line<Key>(_ entry: SourceEntry<Key>) -> String {
    let bytes = file.bytes[entry.value]
    guard bytes.contains(0x0A) else { return string(entry.value) }
    let words = bytes.split { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}
