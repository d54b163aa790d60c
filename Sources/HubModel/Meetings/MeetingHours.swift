import Foundation

/// When the hours are that are said of a meeting: by its clocks, on its day unless another is said.
///
/// An hour before the meeting is none of it: `1:05` of a meeting that begins at 13:00 may be meant
/// for the afternoon, and nobody guesses. Only what a meeting of an evening can have come to is on
/// the morning after.
public struct MeetingHours: Sendable {
  private let starts: LocalTime
  private let zone: TimeZone
  /// Whether it goes over several days, so that an hour alone says too little.
  private let isOverDays: Bool

  /// How early people come, in minutes.
  private static let early = 180
  /// Until when a meeting that began late can have gone on.
  private static let morning = 360
  private static let longest = 600

  public init(_ meeting: Meeting) {
    zone = meeting.zone
    let (day, minute) = meeting.startsAt.local(in: zone)
    starts = LocalTime(day, minute: minute)
    let last = meeting.endsAt.local(in: zone)
    let length = starts.minutes(until: LocalTime(last.day, minute: last.minute))
    isOverDays = last.day > day && !(last.minute < Self.morning && length <= Self.longest)
  }

  /// Why nobody knows when an hour was.
  public enum Unplaced: String, Error {
    case hourNeedsDay = "hourNeedsDay"
    case hourFarFromMeeting = "hourFarFromMeeting"
  }

  public func moment(_ said: SaidHour) -> Result<Moment, Unplaced> {
    time(said).map { Moment($0.day, minute: $0.minute, in: zone) }
  }

  private func time(_ said: SaidHour) -> Result<LocalTime, Unplaced> {
    if let day = said.day {
      let time = LocalTime(day, minute: said.minute)
      return day < starts.day ? .failure(.hourFarFromMeeting) : .success(time)
    }
    guard !isOverDays else { return .failure(.hourNeedsDay) }
    let same = LocalTime(starts.day, minute: said.minute)
    if starts.minutes(until: same) >= -Self.early { return .success(same) }
    let after = LocalTime(starts.day.adding(days: 1), minute: said.minute)
    guard said.minute < Self.morning, starts.minutes(until: after) <= Self.longest else {
      return .failure(.hourFarFromMeeting)
    }
    return .success(after)
  }

  /// The hour of a moment as a file says it, so that it is read as it was.
  public func said(_ moment: Moment) -> SaidHour {
    let (day, minute) = moment.local(in: zone)
    let alone = SaidHour(minute: minute)
    if case .success(let time) = time(alone), time.day == day { return alone }
    return SaidHour(day, minute: minute)
  }

  /// The hour of a moment as people read it, with its day where that is not the meeting's:
  /// `1:05 p.m.`, `Nov. 13, 2026, 12:30 a.m.`
  public func told(_ moment: Moment, in language: Language) -> String {
    let (day, minute) = moment.local(in: zone)
    let clock = HumanTime.clock(minute, in: language)
    return day == starts.day ? clock : "\(day.short(in: language)), \(clock)"
  }

  /// A fault of an hour that nobody can place.
  public func fault(
    _ unplaced: Unplaced, _ said: SaidHour, at pointer: String, _ position: Fault.Position?
  ) -> Fault {
    Fault(
      unplaced.rawValue, at: pointer,
      [
        "text": said.plain(in: .en), "day": starts.day.description,
        "hour": HumanTime.plain(said.minute, in: .en),
        "start": HumanTime.plain(starts.minute, in: .en),
      ], position: position)
  }
}
