/// A season, a quarter, a month or a year in which something is due, or the end of one.
public struct DuePeriod: Sendable, Hashable {
  public var year: Int
  public var part: Part
  /// Whether the end of it was said.
  public var isEnd: Bool

  /// Which part of the year.
  public enum Part: Sendable, Hashable {
    case whole
    case season(Season)
    /// From 1 to 4, of the calendar's year.
    case quarter(Int)
    /// From 1 to 12.
    case month(Int)
  }

  /// A season in Canada. A winter is named by the year in which it ends.
  public enum Season: String, Sendable, Hashable, CaseIterable {
    case winter, spring, summer, fall

    /// The last day of it, in every year the same.
    fileprivate var end: (month: Int, day: Int) {
      switch self {
      case .winter: (3, 20)
      case .spring: (6, 20)
      case .summer: (9, 21)
      case .fall: (12, 20)
      }
    }
  }

  public init(_ year: Int, _ part: Part, isEnd: Bool = false) {
    (self.year, self.part, self.isEnd) = (year, part, isEnd)
  }

  /// The day after which what is due in it is late.
  public var lastDay: Day {
    let (month, day): (Int, Int?) =
      switch part {
      case .whole: (12, nil)
      case .season(let season): season.end
      case .quarter(let quarter): (quarter * 3, nil)
      case .month(let month): (month, nil)
      }
    return Day(
      year: year, month: month, day: day ?? Day.length(ofMonth: month, year: year))
      ?? Day(number: 0)
  }

  /// The day before it begins: the last one of what comes before it.
  var dayBefore: Day {
    let former: DuePeriod =
      switch part {
      case .whole: DuePeriod(year - 1, .whole)
      case .season(.winter): DuePeriod(year - 1, .season(.fall))
      case .season(.spring): DuePeriod(year, .season(.winter))
      case .season(.summer): DuePeriod(year, .season(.spring))
      case .season(.fall): DuePeriod(year, .season(.summer))
      case .quarter(let quarter):
        quarter == 1 ? DuePeriod(year - 1, .quarter(4)) : DuePeriod(year, .quarter(quarter - 1))
      case .month(let month):
        month == 1 ? DuePeriod(year - 1, .month(12)) : DuePeriod(year, .month(month - 1))
      }
    return former.lastDay
  }

  /// `2027-spring`, `2027-Q2`, `2027-03`, `2027-03-end`.
  var code: String {
    var code = Day.padded(year, 4)
    switch part {
    case .whole: break
    case .season(let season): code += "-" + season.rawValue
    case .quarter(let quarter): code += "-Q\(quarter)"
    case .month(let month): code += "-" + Day.padded(month, 2)
    }
    return isEnd ? code + "-end" : code
  }

  init?(code: some StringProtocol) {
    var parts = code.split(separator: "-", omittingEmptySubsequences: false)
    let isEnd = parts.last == "end"
    if isEnd { parts.removeLast() }
    guard (1...2).contains(parts.count), let year = Int(parts[0]), (1900...9999).contains(year)
    else { return nil }
    guard parts.count == 2 else {
      self.init(year, .whole, isEnd: isEnd)
      return
    }
    if let season = Season(rawValue: String(parts[1])) {
      self.init(year, .season(season), isEnd: isEnd)
    } else if let quarter = parts[1].first == "Q" ? Int(parts[1].dropFirst()) : nil,
      (1...4).contains(quarter)
    {
      self.init(year, .quarter(quarter), isEnd: isEnd)
    } else if let month = Int(parts[1]), (1...12).contains(month) {
      self.init(year, .month(month), isEnd: isEnd)
    } else {
      return nil
    }
    // Each period has one code.
    guard self.code == code else { return nil }
  }

  func said(in language: Language) -> String {
    let name: String? =
      switch part {
      case .whole: nil
      case .season(let season): DueWords.season.word(for: season, in: language)
      case .quarter(let quarter): language == .en ? "Q\(quarter)" : "T\(quarter)"
      case .month(let month): CalendarWords.months(language)[month - 1]
      }
    let period = [name, Day.padded(year, 4)].compactMap(\.self).joined(separator: " ")
    guard isEnd else { return period }
    return (language == .en ? "end of " : "fin ") + period
  }
}
