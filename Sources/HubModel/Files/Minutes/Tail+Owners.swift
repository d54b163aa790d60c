extension Tail {
  /// The handles at the end of the text, with commas or *and* between them, and *by* before them;
  /// organizations among them by reference, before all of them only after the end of a sentence:
  /// `Invite O-3, @ann` says what Ann does.
  mutating func takeOwners() {
    let words = Self.lastWords(text, Self.mostOwners * 2 + 1)
    var run: [ArraySlice<UInt8>] = []
    for word in words.reversed() {
      if Self.handle(word) != nil || Self.organization(word) != nil {
        run.insert(word, at: 0)
      } else if !Self.isBetween(word) || run.isEmpty {
        break
      }
    }
    if let first = run.first, !begins(at: first.startIndex) {
      run.removeFirst(run.prefix { Self.handle($0) == nil }.count)
    }
    guard let first = run.first else { return }
    handles.insert(contentsOf: run.compactMap(Self.handle), at: 0)
    owners.insert(contentsOf: run.compactMap(Self.organization), at: 0)
    cuts.insert(contentsOf: run.map(\.startIndex), at: 0)
    text = text[..<first.startIndex]
    guard let by = Self.lastWords(text, 1).first, Self.isByWhom(by) else { return }
    cuts.insert(by.startIndex, at: 0)
    text = text[..<by.startIndex]
  }

  /// Whether a sentence has ended before a place.
  private func begins(at place: Int) -> Bool {
    let before = Blanks.trimmed(text[..<place])
    return before.isEmpty || before.last.map { ".!?".utf8.contains($0) } ?? true
  }

  /// Those whom a word such as *responsible* names, and by when, on either side of them.
  mutating func take(_ lead: OwnerLead, from day: Day) {
    var said = Tail(text: lead.owners)
    if !saysDue {
      said.takeDue(from: day)
      if said.strayDue != nil { said = Tail(text: lead.owners) }
      if !said.saysDue { said.takeDueAfterOwner(from: day) }
      adopt(said)
    }
    let list = OwnerList(Blanks.trimmed(said.text))
    (handles, owners) = (list.handles, list.references)
    names = list.names.map { String(decoding: Self.unstuffed($0, .action), as: UTF8.self) }
    text = lead.before
    cuts.insert(lead.start, at: 0)
    if handles.isEmpty, owners.isEmpty, names.isEmpty {
      stray = lead.whole
      return
    }
    takeSeparator()
    // `Call them @ann. Responsible: O-3`
    if let last = Self.lastWords(text, 1).first, last.last == 0x2E,
      Self.handle(last.dropLast()) != nil
    {
      text = text.dropLast()
    }
    guard !saysDue else { return }
    var before = Tail(text: text.last == 0x2E ? text.dropLast() : text)
    before.takeDue(from: day)
    guard before.saysDue else { return }
    adopt(before)
    cuts = before.cuts + cuts
    text = Blanks.trimmed(before.text)
  }

  private mutating func adopt(_ other: Tail) {
    (self.day, due, unreadable) = (other.day, other.due, other.unreadable)
    strayDue = other.strayDue
  }

  /// One comma, semicolon or dash between the text and those who do it belongs to neither.
  private mutating func takeSeparator() {
    for separator in Self.separators where text.suffix(separator.count).elementsEqual(separator) {
      text = Blanks.trimmed(text.dropLast(separator.count))
      return
    }
  }

  static let separators = [",", ";", "–", "—", "-"].map { Array($0.utf8) }

  /// `O-3 ASAP`, `@ann, Friday`: what can be nothing else, or stands after a comma; a day after *by*
  /// that cannot be read.
  private mutating func takeDueAfterOwner(from day: Day) {
    let words = Self.words(text)
    for (index, word) in words.enumerated().dropFirst() {
      let rest = text[word.startIndex...]
      let former = words[index - 1]
      let isAfter =
        former.last == 0x2C || former.last == 0x3B || Self.handle(former) != nil
        || Self.organization(former) != nil
      if let found = DueWords.due(rest, from: day), isAfter || found.lastDay == nil {
        due = found
      } else if isAfter, let found = Self.day(rest, from: day) {
        self.day = found
      } else if Self.isBy(word) {
        unreadable = Blanks.trimmed(rest.dropFirst(word.count))
      } else {
        continue
      }
      text = text[..<word.startIndex]
      return
    }
  }

  private static func day(_ bytes: ArraySlice<UInt8>, from today: Day) -> Day? {
    var scanner = HumanDateScanner(bytes, today: today)
    guard let day = scanner.day(), scanner.isAtEnd, scanner.contradiction == nil else { return nil }
    return day
  }

  /// An organization by reference.
  static func organization(_ word: ArraySlice<UInt8>) -> Reference? {
    guard let letter = word.first, letter | 0x20 == 0x6F, word.count <= 24 else { return nil }
    let bare = word.last == 0x2C || word.last == 0x3B ? word.dropLast() : word
    guard let reference = Reference(String(decoding: bare, as: UTF8.self)),
      reference.type == .organization
    else { return nil }
    return reference
  }

  /// More do nothing together.
  private static let mostOwners = 20

  /// *By* before whoever does it.
  static func isByWhom(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 3 else { return false }
    let folded = Folding.folded(word)
    return folded.elementsEqual("by".utf8) || folded.elementsEqual("par".utf8)
  }
}
