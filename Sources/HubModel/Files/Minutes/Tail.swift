/// What stands after the text of an outcome on its line: who and when, or to whom.
///
/// A word of the text that would be taken for such an end is written with a backslash: `\@name`,
/// `\by`, `\to`.
struct Tail {
  /// The text before it.
  var text: ArraySlice<UInt8>
  /// Of those who do it, in the order in which they stand.
  var handles: [String] = []
  /// Of those who do it, however they were said to: an organization, or somebody by name.
  var owners: [Reference] = []
  var names: [String] = []
  var day: Day?
  /// By when, where that is no day.
  var due: Due?
  /// A date that cannot be read, after a handle and `by`.
  var unreadable: ArraySlice<UInt8>?
  var references: [Reference] = []
  /// What looks like a part of it and was not read: a second handle, a day after *before*, an
  /// addressee by name.
  var stray: ArraySlice<UInt8>?
  /// What looks like by when and stands where it is not read.
  var strayDue: ArraySlice<UInt8>?
  /// Where its parts begin.
  var cuts: [Int] = []

  /// `@facilitator by Friday`, `@ann, @bob and @eve`, `by Friday`
  static func action(_ value: ArraySlice<UInt8>, from day: Day) -> Tail {
    var tail = Tail(text: value)
    tail.takeDue(from: day)
    // After a word for whoever does it, by when follows a comma.
    if tail.strayDue != nil, OwnerLead.find(value) != nil { tail = Tail(text: value) }
    if let lead = OwnerLead.find(tail.text) { tail.take(lead, from: day) }
    tail.takeOwners()
    tail.text = Blanks.trimmed(tail.text)
    if let strayDue = tail.strayDue {
      tail.stray = strayDue
    } else {
      tail.add(stray: strayOfAction(tail, from: day))
    }
    return tail
  }

  /// By when, at the end of the text.
  mutating func takeDue(from day: Day) {
    let value = text
    // No date that people write has more than eight words.
    let words = Self.lastWords(value, 10)
    let said = DueTail.find(words, in: value, from: day)
    if let said {
      (due, self.day) = (said.due, said.day)
      cuts.insert(said.start, at: 0)
      text = value[..<said.end]
      if said.isStray { strayDue = value[said.start...] }
    }
    for index in words.indices.reversed() where said == nil && Self.isBy(words[index]) {
      let rest = value[words[index].startIndex...]
      let handle = index > 0 ? Self.handle(words[index - 1]) : nil
      let date = Blanks.trimmed(rest.dropFirst(words[index].count))
      // Whether there is a date must not depend on the day from which it counts: a weekday and a
      // date that do not agree are one that cannot be read.
      var scanner = HumanDateScanner(Self.isElided(words[index]) ? rest : date, today: day)
      if let found = scanner.day(), scanner.isAtEnd {
        if scanner.contradiction == nil { self.day = found } else { unreadable = date }
      } else if handle != nil, !date.contains(0x40), !date.isEmpty {
        unreadable = date
      } else {
        continue
      }
      cuts.insert(words[index].startIndex, at: 0)
      text = value[..<words[index].startIndex]
      break
    }
  }

  var saysDue: Bool { day != nil || due != nil || unreadable != nil || strayDue != nil }

  mutating func add(stray found: ArraySlice<UInt8>?) {
    guard let found else { return }
    stray = found
    cuts.insert(found.startIndex, at: 0)
  }

  /// A handle in the text of an action that nobody has; another one before that of who has it; a day
  /// after a word that is not *by*.
  private static func strayOfAction(_ tail: Tail, from today: Day) -> ArraySlice<UInt8>? {
    guard tail.unreadable == nil else { return nil }
    if tail.text.contains(0x3A), let near = lastWords(tail.text, 12).last(where: OwnerLead.isNear) {
      return tail.text[near.startIndex...]
    }
    if tail.handles.isEmpty {
      if tail.text.contains(0x40), let word = words(tail.text).last(where: isHandle) {
        return tail.text[word.startIndex...]
      }
    } else if let stray = strayBeforeHandles(tail.text) {
      return stray
    }
    guard !tail.saysDue, tail.handles.isEmpty, tail.owners.isEmpty else { return nil }
    let last = lastWords(tail.text, 8)
    for word in last.dropLast().reversed() where isLikeBy(word) {
      let date = Blanks.trimmed(tail.text[word.endIndex...])
      var scanner = HumanDateScanner(date, today: today)
      if scanner.day() != nil, scanner.isAtEnd { return tail.text[word.startIndex...] }
      if DueWords.due(date, from: today) != nil { return tail.text[word.startIndex...] }
    }
    return nil
  }

  /// Another handle before those that were read, at the very beginning, or a word that makes these a
  /// part of the sentence: `@ann will call @bob`, `Write to @ann`.
  private static func strayBeforeHandles(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if let first = text.split(separator: 0x20, maxSplits: 1).first, isHandle(first) {
      return text[first.startIndex...]
    }
    for word in lastWords(text, 2).reversed() {
      if isHandle(word) || isBeforeName(word) { return text[word.startIndex...] }
      guard isBetween(word) else { break }
    }
    return nil
  }

  /// *To*, *with*: what comes before somebody to whom something is done.
  private static func isBeforeName(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 4 else { return false }
    let folded = Folding.folded(word)
    // « à », and not the article of English.
    if folded.count == 1 { return folded == [0x61] && word.count == 2 }
    return ["to", "with", "for", "from", "of", "avec", "pour", "de", "chez"].contains {
      folded.elementsEqual($0.utf8)
    }
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
    if tail.references.isEmpty { tail.add(stray: addresseeByName(value)) }
    return tail
  }

  /// `to Ministry of Labour` at the end: a name, which begins with a capital letter.
  private static func addresseeByName(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let last = lastWords(value, 8)
    for (place, word) in last.enumerated().reversed() where isTo(word) || isToThe(word) {
      guard place + 1 < last.count, let first = last[place + 1].first else { return nil }
      var name = last[(place + 1)...]
      if ["the", "la", "le"].contains(where: { name.first?.elementsEqual($0.utf8) ?? false }) {
        name = name.dropFirst()
      }
      let isName = name.first?.first.map { (0x41...0x5A).contains($0) || $0 == 0xC3 } ?? false
      return isName && first != 0x5C ? value[word.startIndex...] : nil
    }
    return nil
  }

  /// Whether a word begins a tail of this kind of outcome, or can be part of one.
  static func isMark(_ word: ArraySlice<UInt8>, _ kind: MinutesDocument.Outcome.Kind) -> Bool {
    switch kind {
    case .action:
      isAt(word) || isBy(word) || isLikeBy(word) || isByWhom(word) || isBeforeName(word)
        || DueWords.canBegin(word) || OwnerLead.canBegin(word) || OwnerLead.isNear(word)
        || organization(word) != nil
    case .recommendation: isTo(word) || isToThe(word)
    case .decision, .information: false
    }
  }

  static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split { $0 == 0x20 || $0 == 0x09 }
  }

  /// The last words, in the order of the text.
  static func lastWords(_ bytes: ArraySlice<UInt8>, _ most: Int) -> [ArraySlice<UInt8>] {
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

  static func handle(_ word: ArraySlice<UInt8>) -> String? {
    let bare = word.last == 0x2C || word.last == 0x3B ? word.dropLast() : word
    guard bare.first == 0x40 else { return nil }
    let name = lowercased(bare.dropFirst())
    return Person.isHandle(name) ? name : nil
  }

  static func isBy(_ word: ArraySlice<UInt8>) -> Bool {
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

  /// *Before*, *until*: what a day can follow that is not the one by which something is done.
  static func isLikeBy(_ word: ArraySlice<UInt8>) -> Bool {
    guard (3...8).contains(word.count) else { return false }
    let folded = Folding.folded(word)
    return ["before", "until", "due", "avant", "tard", "jusqu'au"].contains {
      folded.elementsEqual($0.utf8)
    }
  }

  private static func isToThe(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("au".utf8) || word.elementsEqual("aux".utf8)
  }

  /// Whether a word begins with `@`, in brackets or not.
  static func isAt(_ word: ArraySlice<UInt8>) -> Bool {
    word.drop { $0 == 0x28 || $0 == 0x5B }.first == 0x40
  }

  private static func isHandle(_ word: ArraySlice<UInt8>) -> Bool {
    guard isAt(word) else { return false }
    let bare = word.drop { $0 != 0x40 }.dropFirst().prefix { !",.;:!?)]/".utf8.contains($0) }
    return Person.isHandle(lowercased(bare))
  }

  /// A handle as it is kept, however its letters were typed.
  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// What stands between two who do something.
  static func isBetween(_ word: ArraySlice<UInt8>) -> Bool {
    isAnd(word) || word.elementsEqual("&".utf8)
  }

  private static func isAnd(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("and".utf8) || word.elementsEqual("et".utf8)
  }
}
