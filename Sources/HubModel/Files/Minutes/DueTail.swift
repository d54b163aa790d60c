/// By when, in words, at the end of an action's line: `@ann, ongoing`, `by the next meeting`,
/// « (en continu) ».
enum DueTail {
  struct Found {
    let due: Due
    /// Where it begins, and where what stands before it ends.
    let start: Int
    let end: Int
  }

  /// After a handle, and after *by*, whatever can be due; after a comma and in brackets what can be
  /// nothing else. The text of an action may end with any of these words: `Choose a host for the next
  /// meeting`.
  ///
  /// - Parameter words: the last ones of the line.
  static func find(
    _ words: [ArraySlice<UInt8>], in value: ArraySlice<UInt8>, from today: Day
  ) -> Found? {
    if let found = bracketed(words, in: value, from: today) { return found }
    for index in words.indices {
      let word = words[index]
      guard DueWords.canBegin(word) else { continue }
      let former = index > 0 ? words[index - 1] : nil
      let isAfterHandle = former.map { Tail.handle($0) != nil } ?? value.starts(with: word)
      let isAfterComma = former?.last == 0x2C
      let isBefore = ["before", "avant"].contains { Folding.folded(word).elementsEqual($0.utf8) }
      guard isAfterHandle || isAfterComma || isBefore || Tail.isBy(word),
        let due = DueWords.due(value[word.startIndex...], from: today)
      else { continue }
      // What is to be done before a month is not due at the end of it.
      if isBefore, due.lastDay != nil { return nil }
      let isSaid = isAfterHandle || isBefore || Tail.isBy(word)
      guard isSaid || due.lastDay == nil else { continue }
      let end = isSaid ? word.startIndex : (former?.endIndex ?? word.startIndex) - 1
      return Found(due: due, start: word.startIndex, end: end)
    }
    return nil
  }

  private static func bracketed(
    _ words: [ArraySlice<UInt8>], in value: ArraySlice<UInt8>, from today: Day
  ) -> Found? {
    guard let (before, inside) = Escapes.parentheses(value) else { return nil }
    let first = Tail.lastWords(before, 1).first
    let start = before.endIndex
    // A bracket within a word is part of it.
    guard start == value.startIndex || value[start - 1] == 0x20 || value[start - 1] == 0x09,
      let due = DueWords.due(inside, from: today)
    else { return nil }
    let isSaid = first.map { Tail.handle($0) != nil } ?? false
    let isBy = words.contains { $0.startIndex == start && Tail.isBy($0.dropFirst()) }
    guard isSaid || isBy || due.lastDay == nil else { return nil }
    return Found(due: due, start: start, end: start)
  }
}

extension Due {
  /// As the line of an action ends with it.
  func tail(in language: Language) -> String {
    switch (self, language) {
    case (.nextMeeting, .en): "by the next meeting"
    case (.nextMeeting, .fr): "d’ici la prochaine réunion"
    case (.period(let period), .en): "by " + period.said(in: language)
    case (.period(let period), .fr): "d’ici " + period.said(in: language)
    case (.ongoing, _), (.asSoonAsPossible, _): "(\(said(in: language)))"
    }
  }
}
