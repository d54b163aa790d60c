/// An hour as somebody says it of a meeting: with its day where that is not plain.
public struct SaidHour: Sendable, Hashable {
  public var day: Day?
  /// Of the day, from 0 to 1439.
  public var minute: Int

  public init(_ day: Day? = nil, minute: Int) {
    self.day = day
    self.minute = minute
  }

  /// `13:05`, `2026-11-13 0:30`, « 13 h 05 »: as a file has it.
  func plain(in language: Language) -> String {
    let hour = HumanTime.plain(minute, in: language)
    return day.map { "\($0) \(hour)" } ?? hour
  }
}

/// When the next meeting is, as it was announced: a day, with the hour where that was said.
public struct NextMeeting: Sendable, Hashable {
  public var day: Day
  /// Of the day, from 0 to 1439.
  public var minute: Int?

  public init(_ day: Day, minute: Int? = nil) {
    self.day = day
    self.minute = minute
  }

  /// `2027-01-14`, `2027-01-14, 13:00`
  func plain(in language: Language) -> String {
    minute.map { "\(day), \(HumanTime.plain($0, in: language))" } ?? day.description
  }

  /// `Jan. 14, 2027, 1:00 p.m.`
  public func told(in language: Language) -> String {
    minute.map { "\(day.short(in: language)), \(HumanTime.clock($0, in: language))" }
      ?? day.short(in: language)
  }
}
