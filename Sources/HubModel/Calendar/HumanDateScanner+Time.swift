extension HumanDateScanner {
  private static let hours = Set(words: "h", "hr", "hrs", "hour", "hours", "heure", "heures")
  private static let minutes = Set(words: "min", "mins", "minute", "minutes", "mn")
  private static let until = Set(words: "to", "a", "until", "jusqu'a", "au")
  private static let from = Set(words: "from", "at", "de", "a", "des", "between")
  private static let conjunction = Set(words: "and", "et")

  /// A time of day as it was written: `9 am`, `13 h 30`.
  struct Clock {
    var minute: Int
    var half: Half?
    /// Only a number, which is a time beside another time alone.
    var isBare = false
  }

  enum Half { case morning, afternoon }

  /// From one time to another, on the same day or on a later one.
  struct Span {
    var start: LocalTime
    var end: LocalTime?
  }

  /// `2019-06-18, 9:00 to 12:30`, `18 juin 2019, 9 h à 12 h 30`; nil where no day or time is.
  mutating func span() -> (day: Day?, span: Span?) {
    guard let day = day() else { return (nil, nil) }
    _ = take(0x2C)
    _ = take(Self.from)
    guard let first = clock() else { return (day, nil) }
    let start = at
    guard take(0x2D) || take(Self.until) else {
      return (day, first.isBare ? nil : Span(start: LocalTime(day, minute: first.minute)))
    }
    let lastDay = attempt { $0.day() }
    if lastDay != nil {
      _ = take(0x2C)
      _ = take(Self.from)
    }
    guard let last = clock(), !(last.isBare && first.isBare) else {
      at = start
      return (day, nil)
    }
    let (from, to) = Self.agreed(first, last, sameDay: lastDay == nil)
    return (
      day, Span(start: LocalTime(day, minute: from), end: LocalTime(lastDay ?? day, minute: to))
    )
  }

  /// A time of day, before or after its day, or alone: `friday 13 h 30`, `2027-01-15T13:30`.
  mutating func hour() -> (day: Day?, minute: Int)? {
    let before = day()
    if before != nil {
      _ = take(0x2C)
      if next == 0x74, at + 1 < bytes.count, (0x30...0x39).contains(bytes[at + 1]) { at += 1 }
    }
    _ = take(Self.from)
    guard let clock = clock(), !clock.isBare else { return nil }
    guard before == nil else { return (before, clock.minute) }
    _ = take(0x2C)
    return (day(), clock.minute)
  }

  /// A time that lacks its half of the day takes the one that the other time suggests:
  /// `1 to 3:30 pm`, `10 am to 2`.
  private static func agreed(_ a: Clock, _ b: Clock, sameDay: Bool) -> (Int, Int) {
    var (from, to) = (a.minute, b.minute)
    guard sameDay else { return (from, to) }
    if a.half == nil, b.half == .afternoon, from < 720, from + 720 < to { from += 720 }
    if b.half == nil, a.half != nil, to <= from, to < 720 { to += 720 }
    return (from, to)
  }

  /// One time of day.
  mutating func clock() -> Clock? {
    attempt { scanner in
      if scanner.take(Set(words: "noon", "midi")) { return Clock(minute: 720, half: .afternoon) }
      if scanner.take(Set(words: "midnight", "minuit")) { return Clock(minute: 0, half: .morning) }
      guard let hour = scanner.number(), hour.digits <= 2, hour.value < 24 else { return nil }
      var minute = 0
      var isBare = true
      if scanner.next == 0x3A {
        scanner.at += 1
        guard let part = scanner.number(), part.digits == 2, part.value < 60 else { return nil }
        (minute, isBare) = (part.value, false)
      } else if scanner.take(Self.hours) {
        isBare = false
        if let part = scanner.partOfHour() {
          guard part < 60 else { return nil }
          minute = part
        }
      }
      guard let half = scanner.half() else {
        return Clock(minute: hour.value * 60 + minute, isBare: isBare)
      }
      guard (1...12).contains(hour.value) else { return nil }
      let start = half == .afternoon ? 720 : 0
      return Clock(minute: hour.value % 12 * 60 + minute + start, half: half)
    }
  }

  /// The minutes after `9 h`; a number of one digit, or one that begins a date, is none.
  private mutating func partOfHour() -> Int? {
    attempt { scanner in
      guard let part = scanner.number(), part.digits == 2, scanner.next != 0x2D || part.value < 60
      else { return nil }
      _ = scanner.take(Self.minutes)
      return part.value
    }
  }

  /// `am`, `a.m.`, `pm`, `p.m.`
  private mutating func half() -> Half? {
    attempt { scanner in
      guard let word = scanner.word() else { return nil }
      if word == [0x61, 0x6D] { return .morning }
      if word == [0x70, 0x6D] { return .afternoon }
      guard word == [0x61] || word == [0x70], scanner.next == 0x2E else { return nil }
      scanner.at += 1
      guard scanner.word() == [0x6D] else { return nil }
      _ = scanner.next == 0x2E && scanner.take(0x2E)
      return word == [0x61] ? .morning : .afternoon
    }
  }

  /// `10 min`, `1 h 30`, `1 hour`, `1 h 30 min`, or a number of minutes alone.
  mutating func duration() -> Int? {
    attempt { scanner in
      guard let first = scanner.number() else { return nil }
      if scanner.take(Self.hours) {
        guard first.digits <= 3 else { return nil }
        _ = scanner.take(Self.conjunction)
        guard let rest = scanner.number() else { return first.value * 60 }
        _ = scanner.take(Self.minutes)
        return rest.value < 60 ? first.value * 60 + rest.value : nil
      }
      _ = scanner.take(Self.minutes)
      return first.value
    }
  }
}
