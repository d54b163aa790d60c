/// By when, at the end of an action's line: `@ann, ongoing`, `by the next meeting`, « (en continu) ».
enum DueTail {
  struct Found {
    var due: Due?
    /// Where it is a day, in brackets or right after a handle; one after *by* is read by `Tail`.
    var day: Day?
    /// Where it begins, and where what stands before it ends.
    let start: Int
    let end: Int
    /// Whether it looks like by when, and nobody can say that it is.
    var isStray = false

    static func stray(_ start: Int) -> Self { Found(start: start, end: start, isStray: true) }
  }

  /// After a handle and after *by*, whatever can be due; in brackets what names a time. After a comma
  /// alone, and before a handle, it is never taken for text in silence. The text of an action may end
  /// with any of these words: `Choose a host for the next meeting`.
  ///
  /// - Parameter words: the last ones of the line.
  static func find(
    _ words: [ArraySlice<UInt8>], in value: ArraySlice<UInt8>, from today: Day
  ) -> Found? {
    if let stray = strayBeforeOwner(words, in: value, from: today) { return .stray(stray) }
    if let found = bracketed(value, from: today) { return found }
    for index in words.indices {
      let word = words[index]
      guard DueWords.canBegin(word) else { continue }
      let former = index > 0 ? words[index - 1] : nil
      let isAfterHandle = former.map { Tail.handle($0) != nil } ?? value.starts(with: word)
      let isAfterComma = former?.last == 0x2C
      guard isAfterHandle || isAfterComma || isBefore(word) || Tail.isBy(word) else { continue }
      let said = value[word.startIndex...]
      // What is to be done before a month is not due at the end of it.
      if DueWords.dayBefore(said, from: today) != nil { return .stray(word.startIndex) }
      if let due = DueWords.due(said, from: today) {
        if isAfterHandle || isBefore(word) || Tail.isBy(word) {
          return Found(due: due, start: word.startIndex, end: word.startIndex)
        }
        if !isPartOfDate(due, former) { return .stray(word.startIndex) }
      } else if let day = named(said, from: today), !Tail.isBy(word) {
        if isAfterHandle, case .said(let day) = day {
          return Found(day: day, start: word.startIndex, end: word.startIndex)
        }
        if isAfterComma, !isAfterHandle, !isWeekday(former) { return .stray(word.startIndex) }
      }
    }
    return nil
  }

  private static func bracketed(_ value: ArraySlice<UInt8>, from today: Day) -> Found? {
    guard let (before, inside) = brackets(value) else { return nil }
    let start = before.endIndex
    let isAfterHandle = Tail.lastWords(before, 1).first.map { Tail.handle($0) != nil } ?? false
    let isSaid = isAfterHandle || isBy(inside)
    if DueWords.dayBefore(inside, from: today) != nil { return .stray(start) }
    if let due = DueWords.due(inside, from: today) {
      // A year alone is as often the one of what is done: `the report (2027)`.
      guard isSaid || !due.isBareYear else { return .stray(start) }
      return Found(due: due, start: start, end: start)
    }
    guard let day = named(inside, from: today) else { return nil }
    guard isSaid, case .said(let day) = day else { return .stray(start) }
    return Found(day: day, start: start, end: start)
  }

  /// What stands in brackets at the end; a bracket within a word is part of it.
  static func brackets(
    _ value: ArraySlice<UInt8>
  ) -> (before: ArraySlice<UInt8>, inside: ArraySlice<UInt8>)? {
    guard let found = Escapes.parentheses(value) else { return nil }
    let isOwnWord = found.before.last.map { $0 == 0x20 || $0 == 0x09 } ?? true
    return isOwnWord ? found : nil
  }

  enum NamedDay {
    case said(Day)
    /// Its weekday is that of another day: whether there is a date must not depend on today.
    case contradictory
  }

  /// A day that is named. A count alone tells how long something takes: `the course (2 weeks)`.
  static func named(_ text: ArraySlice<UInt8>, from today: Day) -> NamedDay? {
    var scanner = HumanDateScanner(text, today: today)
    guard let day = scanner.day(), scanner.isAtEnd else { return nil }
    let bytes = scanner.bytes
    let isCount =
      Blanks.trimmed(bytes[...]).first.map { (0x30...0x39).contains($0) } ?? false
      && bytes.count { $0 == 0x2D } < 2
      && !Tail.words(bytes[...]).contains { word in
        CalendarWords.month[word.filter { (0x61...0x7A).contains($0) }] != nil
      }
    if isCount { return nil }
    return scanner.contradiction == nil ? .said(day) : .contradictory
  }

  static func isBefore(_ word: ArraySlice<UInt8>) -> Bool {
    guard (5...6).contains(word.count) else { return false }
    let folded = Folding.folded(word)
    return ["before", "avant"].contains { folded.elementsEqual($0.utf8) }
  }

  private static func isBy(_ inside: ArraySlice<UInt8>) -> Bool {
    Tail.words(inside).first.map { Tail.isBy($0) || isBefore($0) } ?? false
  }

  /// The year of `March 5, 2027` says nothing by itself.
  private static func isPartOfDate(_ due: Due, _ former: ArraySlice<UInt8>?) -> Bool {
    guard due.isBareYear, let former else { return false }
    let folded = Folding.folded(former.dropLast())
    return folded.contains { (0x30...0x39).contains($0) } || CalendarWords.month[folded] != nil
      || DueWords.season.find(folded) != nil
  }

  private static func isWeekday(_ word: ArraySlice<UInt8>?) -> Bool {
    guard let word else { return false }
    return CalendarWords.weekday[Folding.folded(word).filter { (0x61...0x7A).contains($0) }] != nil
  }
}

extension Due {
  /// Whether it is a year alone, which can be part of a text as well.
  var isBareYear: Bool {
    if case .period(let period) = self { period.part == .whole && !period.isEnd } else { false }
  }

  /// As the line of an action ends with it.
  func tail(in language: Language) -> String {
    switch (self, language) {
    case (.nextMeeting, .en): "by the next meeting"
    case (.nextMeeting, .fr): "d’ici la prochaine réunion"
    case (.period(let period), _): period.by(in: language)
    case (.ongoing, _), (.asSoonAsPossible, _): "(\(said(in: language)))"
    }
  }
}
