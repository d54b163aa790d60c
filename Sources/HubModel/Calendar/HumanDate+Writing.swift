extension Day {
  /// `Thursday, December 3, 2026`, « le jeudi 3 décembre 2026 ».
  public func long(in language: Language) -> String {
    let (year, month, day) = civil
    let name = CalendarWords.months(language)[month - 1]
    let weekday = CalendarWords.weekdays(language)[self.weekday - 1]
    return switch language {
    case .en: "\(weekday), \(name) \(day), \(year)"
    case .fr: "le \(weekday) \(Self.french(day)) \(name) \(year)"
    }
  }

  /// `Dec. 3, 2026`, « 3 déc. 2026 ».
  public func short(in language: Language) -> String {
    let (year, month, day) = civil
    let name = CalendarWords.shortMonths(language)[month - 1]
    return switch language {
    case .en: "\(name) \(day), \(year)"
    case .fr: "\(Self.french(day)) \(name) \(year)"
    }
  }

  /// How far the day is from today: `today`, `tomorrow`, `in 3 days`, `2 weeks ago`, « dans
  /// 3 jours », « il y a 2 semaines ». Days up to thirteen, then whole weeks up to eight, then
  /// months.
  public func relative(to today: Day, in language: Language) -> String {
    let days = number - today.number
    switch days {
    case 0: return language == .en ? "today" : "aujourd’hui"
    case 1: return language == .en ? "tomorrow" : "demain"
    case -1: return language == .en ? "yesterday" : "hier"
    default:
      let span = Self.span(days: abs(days), in: language)
      return switch language {
      case .en: days > 0 ? "in \(span)" : "\(span) ago"
      case .fr: days > 0 ? "dans \(span)" : "il y a \(span)"
      }
    }
  }

  /// `3 days`, `2 weeks`, « 5 mois »: for "2 weeks overdue" and the like.
  ///
  /// - Parameter days: from 1.
  public static func span(days: Int, in language: Language) -> String {
    switch days {
    case ..<14: count(days, en: "day", fr: "jour", in: language)
    case ..<60: count(days / 7, en: "week", fr: "semaine", in: language)
    default: count(Int(Double(days) / 30.44), en: "month", fr: "mois", in: language)
    }
  }

  private static func count(
    _ count: Int, en: String, fr: String, in language: Language
  ) -> String {
    switch language {
    case .en: "\(count) \(en)\(count == 1 ? "" : "s")"
    case .fr: "\(count)\u{A0}\(fr)\(count == 1 || fr.hasSuffix("s") ? "" : "s")"
    }
  }

  private static func french(_ day: Int) -> String { day == 1 ? "1er" : String(day) }
}
