/// Days as people type them, in English and French alike.
///
/// | English | French |
/// |---|---|
/// | `2026-12-03` | `2026-12-03` |
/// | `today`, `tomorrow`, `yesterday` | `aujourd'hui`, `demain`, `après-demain`, `hier` |
/// | `friday`, `fri`, `next friday` | `vendredi`, `ven`, `vendredi prochain` |
/// | `+3`, `+3d`, `+2w`, `+1m` | `+3`, `+3j`, `+2s`, `+1m` |
/// | `-3d`, `3 days ago` | `-3j`, `il y a 3 jours` |
/// | `in 2 weeks` | `dans 2 semaines`, `d'ici 2 semaines` |
/// | `3 December 2026`, `December 3, 2026` | `3 décembre 2026`, `1er juillet` |
/// | `end of month` | `fin du mois` |
///
/// A weekday is the next such day after today. A date without a year is the next such day, today
/// included. Case and accents do not count.
public enum HumanDate {
  /// The day that a text names, counted from a day; nil when it names none, or when it names a
  /// weekday and a date that do not agree.
  public static func day(_ text: some StringProtocol, from today: Day) -> Day? {
    day(text.utf8, from: today)
  }

  static func day(_ bytes: some Sequence<UInt8>, from today: Day) -> Day? {
    var scanner = HumanDateScanner(bytes, today: today)
    guard let day = scanner.day(), scanner.isAtEnd, scanner.contradiction == nil else { return nil }
    return day
  }

  /// A time of day, `9:00`, `9 am`, `13 h 30`, `noon`: the minute of the day, from 0 to 1439.
  public static func minute(_ text: some StringProtocol) -> Int? {
    var scanner = HumanDateScanner(text.utf8, today: Day(number: 0))
    guard let clock = scanner.clock(), !clock.isBare, scanner.isAtEnd else { return nil }
    return clock.minute
  }

  /// A time of day, and the day where one is said: `friday 13 h 30`, `2027-01-15, 1:30 pm`,
  /// `13:30`.
  ///
  /// - Returns: the minute from 0 to 1439; nil where it is not all understood.
  public static func hour(
    _ text: some StringProtocol, from today: Day
  ) -> (day: Day?, minute: Int)? {
    var scanner = HumanDateScanner(text.utf8, today: today)
    guard let hour = scanner.hour(), scanner.isAtEnd, scanner.contradiction == nil else {
      return nil
    }
    return hour
  }

  /// A duration, `10 min`, `1 h 30`, `90 minutes`, in minutes.
  public static func minutes(_ text: some StringProtocol) -> Int? {
    var scanner = HumanDateScanner(text.utf8, today: Day(number: 0))
    guard let minutes = scanner.duration(), scanner.isAtEnd else { return nil }
    return minutes
  }
}
