/// Reads by when something is due, where people say it otherwise than by a day: `by the next meeting`,
/// « en continu », `ASAP`, `end of March 2027`, « d’ici l’automne », `Q2 2027`.
public enum DueWords {
  /// Words that were said; nil where they name nothing, or are a day.
  ///
  /// - Parameter today: a month or a season without a year is the next one that ends from then on.
  public static func due(_ text: some StringProtocol, from today: Day) -> Due? {
    due(text.utf8, from: today)
  }

  static func due(_ bytes: some Sequence<UInt8>, from today: Day) -> Due? {
    guard let said = said(bytes, from: today) else { return nil }
    guard said.isBefore, said.due != .nextMeeting else { return said.due }
    // What is done before the end of March is done in March.
    if case .period(let period) = said.due, period.isEnd { return said.due }
    return nil
  }

  /// The last day before a period that was said with *before*: `before March 2027` is not in March.
  /// Nobody said that day, so it is only for asking what was meant.
  public static func dayBefore(_ text: some StringProtocol, from today: Day) -> Day? {
    dayBefore(text.utf8, from: today)
  }

  static func dayBefore(_ bytes: some Sequence<UInt8>, from today: Day) -> Day? {
    guard let said = said(bytes, from: today), said.isBefore, case .period(let period) = said.due,
      !period.isEnd
    else { return nil }
    return period.dayBefore
  }

  private static func said(
    _ bytes: some Sequence<UInt8>, from today: Day
  ) -> (due: Due, isBefore: Bool)? {
    var scanner = HumanDateScanner(bytes, today: today)
    var isBefore = false
    while true {
      if let found = fixed.find(scanner.rest)?.value { return (found, isBefore) }
      let start = scanner.at
      if let period = scanner.duePeriod(), scanner.isAtEnd { return (.period(period), isBefore) }
      scanner.at = start
      if scanner.take(before) {
        isBefore = true
      } else if !scanner.take(leads) {
        return nil
      }
    }
  }

  /// A day for texts that are read on no day in particular: whatever can be a year is one then.
  static let anyDay = Day(number: 0)

  /// Whether a number alone is a year in which something is due, rather than a sum.
  static func isNear(_ year: Int, _ today: Day) -> Bool {
    let first = today.civil.year
    return (today == anyDay ? 1900...2200 : first...first + 20).contains(year)
  }

  private static let before = Set(words: "before", "avant")

  /// What can stand before them.
  private static let leads = Set(
    words: "by", "at", "for", "in", "during", "on", "the", "due", "d'ici", "a", "au", "en", "pour",
    "le", "la", "pendant", "durant")

  /// Whether what is due, or a day, can begin with a word, in brackets or not.
  static func canBegin(_ word: ArraySlice<UInt8>) -> Bool {
    var bare = word.first == 0x28 ? word.dropFirst() : word
    while let last = bare.last, ",.;)".utf8.contains(last) { bare = bare.dropLast() }
    guard (1...16).contains(bare.count) else { return false }
    let folded = Folding.folded(bare)
    return leads.contains(folded) || before.contains(folded) || beginnings.contains(folded)
      || CalendarWords.month[folded] != nil || CalendarWords.weekday[folded] != nil
      || folded.first.map { (0x30...0x39).contains($0) || $0 == 0x2B } ?? false
      || (folded.count == 2 && [0x71, 0x74].contains(folded[0])
        && (0x31...0x34).contains(folded[1]))
  }

  private static let beginnings: Set<[UInt8]> = {
    let phrases =
      Due.fixedWords + HumanDateScanner.seasonWords
      + ["end", "fin", "this", "ce", "cet", "cette", "l'hiver", "l'ete", "l'automne", "year", "an"]
      + ["annee", "l'an", "l'annee", "today", "tomorrow", "yesterday", "aujourd'hui", "demain"]
      + ["apres-demain", "hier", "dans"]
    return Set(
      phrases.compactMap { Folding.folded($0).split(separator: 0x20).first.map(Array.init) })
  }()

  /// The first of each language is the one that is shown.
  static let fixed = WordTable<Due>([
    (
      .nextMeeting,
      ["at the next meeting", "next meeting", "the next meeting", "our next meeting"],
      [
        "à la prochaine réunion", "prochaine réunion", "la prochaine réunion", "prochaine séance",
        "la prochaine séance", "prochaine rencontre", "la prochaine rencontre",
        "d’ici la prochaine réunion",
      ]
    ),
    (
      .ongoing, ["ongoing", "continuous", "on an ongoing basis"],
      ["en continu", "continu", "en permanence", "de façon continue"]
    ),
    (
      .asSoonAsPossible, ["as soon as possible", "asap", "a.s.a.p."],
      ["dès que possible", "le plus tôt possible", "au plus tôt", "au plus vite"]
    ),
  ])

  static let season = WordTable<DuePeriod.Season>([
    (.winter, ["winter"], ["hiver", "l’hiver"]),
    (.spring, ["spring"], ["printemps"]),
    (.summer, ["summer"], ["été", "l’été"]),
    (.fall, ["fall", "autumn"], ["automne", "l’automne"]),
  ])
}

extension Due {
  fileprivate static let fixedWords = [
    "next", "our", "prochaine", "ongoing", "continuous", "continu", "de", "as", "asap", "a.s.a.p",
    "des", "d'ici",
  ]
}

extension HumanDateScanner {
  fileprivate static let seasonWords = [
    "winter", "spring", "summer", "fall", "autumn", "hiver", "printemps", "ete", "automne",
  ]
  private static let ends = Set(words: "end", "fin")
  private static let links = Set(words: "of", "de", "du", "the", "la", "le", "d'")
  private static let thisOne = Set(words: "this", "ce", "cet", "cette")
  private static let quarters = Set(words: "quarter", "trimestre")
  private static let years = Set(words: "year", "annee", "l'annee", "an", "l'an")
  private static let ordinals = Set(words: "er", "re", "st", "nd", "rd", "th", "e")

  /// What was not read yet, without blanks around it and without a dot at its end.
  fileprivate var rest: [UInt8] {
    var rest = Blanks.trimmed(bytes[at...])
    if rest.last == 0x2E, !rest.dropLast().contains(0x2E) { rest = rest.dropLast() }
    return Array(rest)
  }

  /// `end of March 2027`, « printemps 2027 », `Q2 2027`, « 2e trimestre », `2027`, « fin de l’année ».
  fileprivate mutating func duePeriod() -> DuePeriod? {
    attempt { scanner in
      let isEnd = scanner.take(Self.ends)
      if isEnd { while scanner.take(Self.links) {} }
      let isThis = scanner.take(Self.thisOne)
      if let part = scanner.duePart() {
        while scanner.take(Self.links) {}
        _ = scanner.take(0x2C)
        let year = scanner.attempt { $0.year() }
        return DuePeriod(year ?? scanner.next(part), part, isEnd: isEnd)
      }
      let isCalled = scanner.take(Self.years)
      guard let year = scanner.attempt({ $0.year() }) else {
        // `the end of the year`, « cette année ».
        guard isCalled, isEnd || isThis else { return nil }
        return DuePeriod(scanner.today.civil.year, .whole, isEnd: isEnd)
      }
      guard isCalled || isEnd || DueWords.isNear(year, scanner.today) else { return nil }
      return DuePeriod(year, .whole, isEnd: isEnd)
    }
  }

  private mutating func year() -> Int? {
    guard let year = number(), year.digits == 4, (1900...9999).contains(year.value) else {
      return nil
    }
    return year.value
  }

  private mutating func duePart() -> DuePeriod.Part? {
    let season = attempt { scanner -> DuePeriod.Part? in
      guard let word = scanner.word() else { return nil }
      return DueWords.season.find(word).map { .season($0.value) }
    }
    let month = attempt { scanner -> DuePeriod.Part? in
      guard let word = scanner.word(), let month = CalendarWords.month[word] else { return nil }
      _ = scanner.next == 0x2E && scanner.take(0x2E)
      return .month(month)
    }
    return season ?? month
      ?? attempt { scanner in
        let isShort = scanner.take(Set(words: "q", "t"))
        guard let number = scanner.number(), (1...4).contains(number.value), number.digits == 1
        else { return nil }
        guard isShort || (scanner.take(Self.ordinals) && scanner.take(Self.quarters)) else {
          return nil
        }
        return .quarter(number.value)
      }
  }

  /// The year in which the next such period ends.
  private func next(_ part: DuePeriod.Part) -> Int {
    let year = today.civil.year
    return DuePeriod(year, part).lastDay < today ? year + 1 : year
  }
}
