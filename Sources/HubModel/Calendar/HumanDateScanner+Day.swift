extension HumanDateScanner {
  private static let leads = Set(words: "le", "the", "on", "by", "d'ici", "au", "until", "jusqu'au")
  private static let ahead = Set(words: "in", "dans", "d'ici")
  private static let next = Set(words: "next", "prochain", "prochaine", "this", "ce", "cette")
  private static let ordinals = Set(words: "er", "re", "st", "nd", "rd", "th", "e")
  private static let days = Set(words: "d", "day", "days", "j", "jour", "jours")
  private static let weeks = Set(
    words: "w", "wk", "week", "weeks", "s", "sem", "semaine", "semaines")
  private static let ago = Set(words: "ago")
  private static let il = Set(words: "il")
  private static let y = Set(words: "y")
  private static let a = Set(words: "a")
  private static let months = Set(words: "m", "mo", "month", "months", "mois")
  private static let end = Set(words: "end", "fin")
  private static let of = Set(words: "of", "du", "de")
  private static let fixed: [[UInt8]: Int] = [
    Array("today".utf8): 0, Array("aujourd'hui".utf8): 0, Array("tomorrow".utf8): 1,
    Array("demain".utf8): 1, Array("yesterday".utf8): -1, Array("hier".utf8): -1,
  ]

  /// A day in any of the forms of `HumanDate`.
  mutating func day() -> Day? {
    attempt { scanner in
      while scanner.take(Self.leads) {}
      return scanner.iso() ?? scanner.past() ?? scanner.counted() ?? scanner.dayAndMonth()
        ?? scanner.monthAndDay()
        ?? scanner.endOfMonth() ?? scanner.named() ?? scanner.weekday()
    }
  }

  /// `2026-12-03`.
  private mutating func iso() -> Day? {
    attempt { scanner in
      guard let year = scanner.number(), year.digits == 4, scanner.next == 0x2D else { return nil }
      scanner.at += 1
      guard let month = scanner.number(), month.digits <= 2, scanner.next == 0x2D else {
        return nil
      }
      scanner.at += 1
      guard let day = scanner.number(), day.digits <= 2 else { return nil }
      return Day(year: year.value, month: month.value, day: day.value)
    }
  }

  /// `-3d`, `3 days ago`, `il y a 3 jours`.
  private mutating func past() -> Day? {
    attempt { scanner in
      let minus = scanner.take(0x2D)
      let isFrench = !minus && scanner.take(Self.il) && scanner.take(Self.y) && scanner.take(Self.a)
      guard let count = scanner.number(), count.digits <= 4 else { return nil }
      guard let day = scanner.today(plus: -count.value, isDays: minus) else { return nil }
      return minus || isFrench || scanner.take(Self.ago) ? day : nil
    }
  }

  /// The unit that follows a count, counted from today; without one it is days where that is meant.
  private mutating func today(plus count: Int, isDays: Bool) -> Day? {
    if take(Self.days) { return today.adding(days: count) }
    if take(Self.weeks) { return today.adding(days: count * 7) }
    if take(Self.months) { return today.adding(months: count) }
    return isDays ? today.adding(days: count) : nil
  }

  /// `+3`, `+2w`, `in 2 weeks`, `dans 3 jours`; after `d'ici` the number may stand alone before
  /// its unit.
  private mutating func counted() -> Day? {
    attempt { scanner in
      let plus = scanner.take(0x2B)
      if !plus { _ = scanner.take(Self.ahead) }
      guard let count = scanner.number(), count.digits <= 4 else { return nil }
      return scanner.today(plus: count.value, isDays: plus)
    }
  }

  /// `3 December 2026`, `1er juillet`.
  private mutating func dayAndMonth() -> Day? {
    attempt { scanner in
      guard let day = scanner.number(), day.digits <= 2 else { return nil }
      _ = scanner.take(Self.ordinals)
      guard let month = scanner.month() else { return nil }
      return scanner.day(day.value, of: month)
    }
  }

  /// `December 3, 2026`.
  private mutating func monthAndDay() -> Day? {
    attempt { scanner in
      guard let month = scanner.month(), let day = scanner.number(), day.digits <= 2 else {
        return nil
      }
      _ = scanner.take(Self.ordinals)
      // « mar 3 décembre » is a Tuesday.
      if scanner.attempt({ $0.month() }) != nil { return nil }
      return scanner.day(day.value, of: month)
    }
  }

  /// The year that follows, or the next year in which the day comes.
  private mutating func day(_ day: Int, of month: Int) -> Day? {
    let year = attempt { scanner -> Int? in
      _ = scanner.take(0x2C)
      guard let year = scanner.number(), year.digits == 4 else { return nil }
      return year.value
    }
    if let year { return Day(year: year, month: month, day: day) }
    let thisYear = today.civil.year
    // Eight years hold a 29 February, whatever the century.
    return (thisYear...thisYear + 8).lazy.compactMap { Day(year: $0, month: month, day: day) }
      .first { $0 >= today }
  }

  private mutating func month() -> Int? {
    attempt { scanner in
      guard let word = scanner.word(), let month = CalendarWords.month[word] else { return nil }
      _ = scanner.next == 0x2E && scanner.take(0x2E)
      return month
    }
  }

  /// `end of month`, `fin du mois`.
  private mutating func endOfMonth() -> Day? {
    attempt { scanner in
      guard scanner.take(Self.end) else { return nil }
      _ = scanner.take(Self.of)
      _ = scanner.take(Set(words: "the"))
      guard scanner.take(Set(words: "month", "mois")) else { return nil }
      let (year, month, _) = scanner.today.civil
      return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
    }
  }

  /// `today`, `demain`, `après-demain`.
  private mutating func named() -> Day? {
    attempt { scanner in
      guard let word = scanner.word() else { return nil }
      if word.elementsEqual("apres".utf8) {
        _ = scanner.take(0x2D)
        return scanner.take(Set(words: "demain")) ? scanner.today.adding(days: 2) : nil
      }
      return Self.fixed[word].map { scanner.today.adding(days: $0) }
    }
  }

  /// `friday`, `vendredi prochain`, or a weekday before the date that it names.
  private mutating func weekday() -> Day? {
    attempt { scanner in
      _ = scanner.take(Self.next)
      guard let word = scanner.word(), let weekday = CalendarWords.weekday[word] else { return nil }
      _ = scanner.next == 0x2E && scanner.take(0x2E)
      let date = scanner.attempt { scanner in
        _ = scanner.take(0x2C)
        _ = scanner.take(Self.leads)
        return scanner.iso() ?? scanner.dayAndMonth() ?? scanner.monthAndDay()
      }
      if let date {
        if date.weekday != weekday { scanner.contradiction = date }
        return date
      }
      _ = scanner.take(Self.next)
      let ahead = (weekday - scanner.today.weekday + 7) % 7
      return scanner.today.adding(days: ahead == 0 ? 7 : ahead)
    }
  }
}
