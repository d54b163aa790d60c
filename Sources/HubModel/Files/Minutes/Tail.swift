/// What stands after the text of an outcome on its line: who and when, or to whom.
///
/// A word of the text that would be taken for such an end is written with a backslash: `\@name`,
/// `\by`, `\to`.
struct Tail {
  /// The text before it.
  var text: ArraySlice<UInt8>
  var handle: String?
  var day: Day?
  /// A date that cannot be read, after a handle and `by`.
  var unreadable: ArraySlice<UInt8>?
  var references: [Reference] = []
  /// Where its parts begin.
  var cuts: [Int] = []

  /// `@facilitator by Friday`, `@facilitator`, `by Friday`
  static func action(_ value: ArraySlice<UInt8>, from day: Day) -> Tail {
    var tail = Tail(text: value)
    // No date that people write has more than eight words.
    let words = lastWords(value, 10)
    for index in words.indices.reversed() where isBy(words[index]) {
      let rest = value[words[index].startIndex...]
      let handle = index > 0 ? handle(words[index - 1]) : nil
      let date = Blanks.trimmed(rest.dropFirst(words[index].count))
      // Whether there is a date must not depend on the day from which it counts: a weekday and a
      // date that do not agree are one that cannot be read.
      var scanner = HumanDateScanner(isElided(words[index]) ? rest : date, today: day)
      if let found = scanner.day(), scanner.isAtEnd {
        if scanner.contradiction == nil { tail.day = found } else { tail.unreadable = date }
      } else if handle != nil, !date.contains(0x40), !date.isEmpty {
        tail.unreadable = date
      } else {
        continue
      }
      tail.cuts = [words[index].startIndex]
      tail.text = value[..<words[index].startIndex]
      break
    }
    if let last = lastWords(tail.text, 1).first, let handle = handle(last) {
      tail.handle = handle
      tail.cuts.insert(last.startIndex, at: 0)
      tail.text = value[..<last.startIndex]
    }
    tail.text = Blanks.trimmed(tail.text)
    return tail
  }

  /// `to O-3, O-4`
  static func recommendation(_ value: ArraySlice<UInt8>) -> Tail {
    var tail = Tail(text: value)
    var references: [Reference] = []
    for word in words(value).reversed() {
      let bare = word.last == 0x2C ? word.dropLast() : word
      if let reference = Reference(String(decoding: bare, as: UTF8.self)) {
        references.append(reference)
      } else if isTo(word), !references.isEmpty {
        tail.references = references.reversed()
        tail.cuts = [word.startIndex]
        tail.text = Blanks.trimmed(value[..<word.startIndex])
        break
      } else if !isAnd(word) || references.isEmpty {
        break
      }
    }
    return tail
  }

  /// Whether a word begins a tail of this kind of outcome, or can be part of one.
  static func isMark(_ word: ArraySlice<UInt8>, _ kind: MinutesDocument.Outcome.Kind) -> Bool {
    switch kind {
    case .action: word.first == 0x40 || isBy(word)
    case .recommendation: isTo(word)
    case .decision, .information: false
    }
  }

  static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split { $0 == 0x20 || $0 == 0x09 }
  }

  /// The last words, in the order of the text.
  private static func lastWords(_ bytes: ArraySlice<UInt8>, _ most: Int) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var end = bytes.endIndex
    while words.count < most {
      while end > bytes.startIndex, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      guard end > bytes.startIndex else { break }
      var start = end
      while start > bytes.startIndex, bytes[start - 1] != 0x20, bytes[start - 1] != 0x09 {
        start -= 1
      }
      words.append(bytes[start..<end])
      end = start
    }
    return words.reversed()
  }

  private static func handle(_ word: ArraySlice<UInt8>) -> String? {
    let bare = word.last == 0x2C ? word.dropLast() : word
    guard bare.first == 0x40 else { return nil }
    let name = String(decoding: bare.dropFirst(), as: UTF8.self)
    return Person.isHandle(name) ? name : nil
  }

  private static func isBy(_ word: ArraySlice<UInt8>) -> Bool {
    // Most words are ruled out by their first letter.
    switch word.first.map({ $0 | 0x20 }) {
    case 0x62: word.count == 2 && word.last.map { $0 | 0x20 } == 0x79
    case 0x64: isElided(word)
    default: false
    }
  }

  /// « d'ici », after which the day may follow in the same phrase: « d'ici 2 semaines ».
  private static func isElided(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 8 && Folding.folded(word).elementsEqual("d'ici".utf8)
  }

  private static func isTo(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 3 else { return false }
    let folded = Folding.folded(word)
    return folded == [0x74, 0x6F] || folded == [0x61]
  }

  private static func isAnd(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("and".utf8) || word.elementsEqual("et".utf8)
  }
}
