public import Foundation

/// Dates on which a body meets again and again: every second Tuesday, the third Thursday of a month.
public struct MeetingSeries: Record {
  public static let type = RecordType.meetingSeries
  public static let writers: Roles = [.facilitator, .secretary, .chair, .staff]

  public var header = Header()
  public var body = ID<Body>(0)
  public var title = LocalizedText()
  public var rhythm = MeetingRhythm.weekly
  /// Of how many weeks or months it meets in one.
  public var every = 1
  public var weekday = Weekday.monday
  /// When it begins by the clocks of its place, as people write it: `18:00`, `18 h`.
  public var hour = ""
  /// How long it lasts, in minutes.
  public var duration = 120
  /// IANA name. That of its network, unless somebody says otherwise.
  public var timeZone = ""
  public var startsOn = Day(number: 0)
  public var endsOn: Day?
  /// How often it meets, where it does not end on a day.
  public var times: Int?
  /// Days on which it does not meet.
  public var leavingOut: [String] = []
  public var mode = MeetingMode.inPerson
  public var place: LocalizedText?
  public var link: String?

  public init() {}

  public static let fields: [Field<MeetingSeries>] = [
    Field("body", \.body, [.required, .fixed, .belongsTo], link: .beside),
    Field("title", \.title, [.required, .searched]),
    Field("rhythm", \.rhythm),
    Field("every", \.every),
    Field("weekday", \.weekday),
    Field("hour", \.hour, [.required]),
    Field("duration", \.duration),
    Field("timeZone", \.timeZone),
    Field("startsOn", \.startsOn, [.required]),
    Field("endsOn", \.endsOn),
    Field("times", \.times),
    Field("leavingOut", \.leavingOut),
    Field("mode", \.mode),
    Field("place", \.place, [.searched]),
    Field("link", \.link),
  ]

  /// Whether further meetings come of it.
  public enum State: String, CaseIterable, Sendable {
    case running, ended
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .running,
    [
      .init("end", [.running], .ended, by: .officers),
      .init("resume", [.ended], .running, by: .officers),
    ])

  public var label: LocalizedText { title }
  public var scope: Scope { Scope(body: body) }
  public var day: Day? { startsOn }
  public var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }

  /// How many meetings a series has at most: two years of every week.
  public static let most = 104

  /// How many weeks or months lie between two meetings at most: a year of weeks. Beyond it the days
  /// would be none that a calendar has.
  public static let longestStep = 52

  /// How long a meeting lasts at most, in minutes: a week.
  public static let longest = 7 * 24 * 60

  public func faults() -> [Fault] {
    var faults = timeZone.isEmpty ? [] : Check.timeZone(timeZone, at: "/timeZone")
    faults += Check.within(1...Self.longestStep, every, at: "/every")
    faults += Check.atLeast(1, times, at: "/times")
    faults += Check.within(1...Self.longest, duration, at: "/duration")
    faults += Check.order(startsOn, endsOn, at: "/endsOn")
    if startsOn.number == 0 {
      faults.append(Fault("required", at: "/startsOn", ["field": "startsOn"]))
    }
    if !hour.isEmpty, HumanDate.minute(hour) == nil {
      faults.append(Fault("unreadableHour", at: "/hour", ["text": hour]))
    }
    for (index, text) in leavingOut.enumerated() where Day(text) == nil {
      faults.append(Fault("unreadableDay", at: "/leavingOut/\(index)", ["text": text]))
    }
    if endsOn == nil, times == nil { faults.append(Fault("seriesWithoutEnd", at: "/endsOn")) }
    if faults.isEmpty, dates.count > Self.most {
      faults.append(Fault("seriesTooLong", at: "/endsOn", ["most": String(Self.most)]))
    }
    return faults
  }

  /// The days on which it meets; no more than one beyond the most.
  public var dates: [Day] {
    guard every >= 1 else { return [] }
    let left = Set(leavingOut.compactMap { Day($0) })
    var dates: [Day] = []
    var step = 0
    while dates.count <= Self.most, step < 12 * Self.most {
      let day = day(at: step)
      step += 1
      guard let day, day >= startsOn else { continue }
      if let endsOn, day > endsOn { break }
      if let times, dates.count >= times { break }
      if !left.contains(day) { dates.append(day) }
    }
    return dates
  }

  /// The moments at which a meeting on a day begins and ends: the hour is that of the clocks there,
  /// whatever they are set to on the day.
  public func moments(on day: Day) -> (starts: Moment, ends: Moment)? {
    guard let minute = HumanDate.minute(hour) else { return nil }
    let starts = Moment(day, minute: minute, in: zone)
    return (starts, starts.adding(minutes: duration))
  }

  /// The day of a step of the rhythm; nil in a month that has no such day.
  private func day(at step: Int) -> Day? {
    switch rhythm {
    case .weekly:
      let first = startsOn.adding(days: (weekday.number - startsOn.weekday + 7) % 7)
      return first.adding(days: 7 * every * step)
    case .first, .second, .third, .fourth, .last:
      let (year, month, _) = startsOn.civil
      let months = month - 1 + every * step
      return rhythm.day(weekday, year: year + months / 12, month: months % 12 + 1)
    }
  }
}

/// Whether a series meets by the week, or on which of its weekdays in a month.
public enum MeetingRhythm: String, Choice {
  case weekly, first, second, third, fourth, last

  /// The day of a month: its third Thursday.
  func day(_ weekday: Weekday, year: Int, month: Int) -> Day? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    let days = (0..<Day.length(ofMonth: month, year: year)).map { first.adding(days: $0) }
      .filter { $0.weekday == weekday.number }
    let place = Self.allCases.firstIndex(of: self) ?? 0
    return self == .last ? days.last : place > 0 && place <= days.count ? days[place - 1] : nil
  }
}

/// A day of the week.
public enum Weekday: String, Choice {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// As `Day` counts them: 1 is Monday.
  public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
