extension DueTail {
  /// Where by when stands before who, `by Friday @facilitator`: a line says it the other way round,
  /// and neither is lost in silence.
  static func strayBeforeOwner(
    _ words: [ArraySlice<UInt8>], in value: ArraySlice<UInt8>, from today: Day
  ) -> Int? {
    guard let last = words.last, Tail.handle(last) != nil else { return nil }
    let rest = words.prefix(words.count - owners(words).count)
    guard var end = rest.last?.endIndex else { return nil }
    if value[end - 1] == 0x2C { end -= 1 }
    let said = value[..<end]
    if let (before, inside) = brackets(said) {
      return isTime(inside, from: today) ? before.endIndex : nil
    }
    for index in rest.indices {
      let word = rest[index]
      guard DueWords.canBegin(word) || Tail.isLikeBy(word),
        isTime(said[word.startIndex...], from: today)
      else { continue }
      let former = index > 0 ? rest[index - 1] : nil
      let isAfterHandle = former.map { Tail.handle($0) != nil } ?? value.starts(with: word)
      if isAfterHandle || former?.last == 0x2C || Tail.isBy(word) || Tail.isLikeBy(word) {
        return word.startIndex
      }
      return isObject(said[word.startIndex...], after: former, from: today) ? nil : word.startIndex
    }
    return nil
  }

  /// The people at the end, and the words between and before them.
  private static func owners(_ words: [ArraySlice<UInt8>]) -> ArraySlice<ArraySlice<UInt8>> {
    let start = words.lastIndex { word in
      Tail.handle(word) == nil
        && !["and", "et", "&", "by", "par"].contains { word.elementsEqual($0.utf8) }
    }
    return words[(start.map { $0 + 1 } ?? words.startIndex)...]
  }

  private static func isTime(_ text: ArraySlice<UInt8>, from today: Day) -> Bool {
    if DueWords.due(text, from: today) != nil || DueWords.dayBefore(text, from: today) != nil {
      return true
    }
    guard let first = Tail.words(text).first, Tail.isLikeBy(first) else {
      return named(text, from: today) != nil
    }
    let rest = text[first.endIndex...]
    return DueWords.due(rest, from: today) != nil || named(rest, from: today) != nil
  }

  /// Whether it is what the text speaks of: `the next meeting`, `a visit in March`, `a report of 2027`.
  private static func isObject(
    _ text: ArraySlice<UInt8>, after former: ArraySlice<UInt8>?, from today: Day
  ) -> Bool {
    let due = DueWords.due(text, from: today)
    if due == .nextMeeting || due?.isBareYear ?? false { return true }
    let placing = [Tail.words(text).first, former].compactMap(\.self).map(Folding.folded)
    // Somebody wrote that it is part of the text.
    return former?.first == 0x5C || placing.contains { self.placing.contains($0) }
  }

  private static let placing = Set(
    words: "at", "for", "in", "during", "on", "of", "from", "since", "a", "au", "en", "pour",
    "pendant", "durant", "de", "du", "depuis")

  /// What is wrong with what looks like by when, and where it can be told, what to write instead.
  ///
  /// - Parameter former: who stands before it.
  static func fault(
    _ stray: ArraySlice<UInt8>, after former: [String], from today: Day, in language: Language
  ) -> (code: String, arguments: [String: String]) {
    let text = String(decoding: stray, as: UTF8.self)
    let words = Tail.words(stray)
    let owners = owners(words)
    let firstOwner = owners.contains { Tail.handle($0) != nil } ? owners.first : nil
    var said = Blanks.trimmed(firstOwner.map { stray[..<$0.startIndex] } ?? stray)
    if said.last == 0x2C { said = said.dropLast() }
    let time = brackets(said)?.inside ?? said
    if let day = DueWords.dayBefore(time, from: today) {
      return (
        "dueBeforePeriodInLine",
        ["text": String(decoding: said, as: UTF8.self), "day": day.description]
      )
    }
    guard let first = words.first, firstOwner != nil else { return ("dueNotRead", ["text": text]) }
    var due = String(decoding: said, as: UTF8.self)
    if Tail.isLikeBy(first), DueWords.due(said, from: today) == nil {
      due =
        (language == .fr ? "d’ici " : "by ")
        + String(decoding: Blanks.trimmed(said[first.endIndex...]), as: UTF8.self)
    }
    let names = former + owners.compactMap(Tail.handle)
    let who = names.map { "@" + $0 }.joined(separator: ", ")
    return ("dueBeforeOwner", ["text": text, "instead": "\(who) \(due)"])
  }
}
