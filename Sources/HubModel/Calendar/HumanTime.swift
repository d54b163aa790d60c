/// Times of day and durations as Canadians write them.
public enum HumanTime {
  /// `9:00 a.m.`, « 13 h 30 ».
  ///
  /// - Parameter minute: of the day, from 0 to 1439.
  public static func clock(_ minute: Int, in language: Language) -> String {
    switch language {
    case .en: "\(twelve(minute))\u{A0}\(half(minute))"
    case .fr: french(minute)
    }
  }

  /// `9:00 a.m. to 12:30 p.m.`, `9:00 to 11:00 a.m.`, « 9 h à 12 h 30 ».
  public static func range(_ start: Int, _ end: Int, in language: Language) -> String {
    switch language {
    case .en where half(start) == half(end): "\(twelve(start)) to \(clock(end, in: .en))"
    case .en: "\(clock(start, in: .en)) to \(clock(end, in: .en))"
    case .fr: "\(french(start)) à \(french(end))"
    }
  }

  /// `1 h 30 min`, `45 min`, `2 h`: the same words in both languages; in French the blanks do not
  /// break.
  public static func duration(_ minutes: Int, in language: Language) -> String {
    let blank = language == .en ? " " : "\u{A0}"
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest)\(blank)min" }
    return rest == 0
      ? "\(hours)\(blank)h" : "\(hours)\(blank)h\(blank)\(rest)\(blank)min"
  }

  /// `13:30`, « 13 h 30 »: the hours of a file, which have no halves of the day.
  static func plain(_ minute: Int, in language: Language) -> String {
    language == .en ? "\(minute / 60):\(Day.padded(minute % 60, 2))" : french(minute)
  }

  private static func twelve(_ minute: Int) -> String {
    let hour = minute / 60 % 12
    return "\(hour == 0 ? 12 : hour):\(Day.padded(minute % 60, 2))"
  }

  private static func half(_ minute: Int) -> String { minute < 720 ? "a.m." : "p.m." }

  private static func french(_ minute: Int) -> String {
    let hours = "\(minute / 60)\u{A0}h"
    return minute % 60 == 0 ? hours : "\(hours)\u{A0}\(Day.padded(minute % 60, 2))"
  }
}
