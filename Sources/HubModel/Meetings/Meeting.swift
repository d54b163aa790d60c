public import Foundation

/// A dated gathering of a body: in person, virtual or hybrid.
public struct Meeting: Record {
  public static let type = RecordType.meeting
  public static let writers: Roles = [.facilitator, .secretary, .chair, .staff]
  public static let filters = ["upcoming"]

  public var header = Header()
  public var body = ID<Body>(0)
  public var title = LocalizedText()
  public var startsAt = Moment(milliseconds: 0)
  public var endsAt = Moment(milliseconds: 0)
  /// IANA name: the zone of the clocks where it takes place.
  /// That of its network, unless somebody says otherwise.
  public var timeZone = ""
  public var mode = MeetingMode.inPerson
  public var place: LocalizedText?
  public var link: String?
  /// The languages spoken, and those interpreted into, as BCP 47 tags.
  public var languages: [String] = ["en", "fr"]
  public var interpretation: [String] = []
  public var introduction: LocalizedText?
  public var objectives: LocalizedText?
  /// The series of which it came.
  public var series: ID<MeetingSeries>?
  /// The version in which the series left it: in another one somebody has touched it.
  public var seriesVersion: Int?

  public init() {}

  public static let fields: [Field<Meeting>] = [
    Field("body", \.body, [.required, .fixed], link: .beside),
    Field("title", \.title, [.required, .searched]),
    Field("startsAt", \.startsAt, [.required]),
    Field("endsAt", \.endsAt, [.required]),
    Field("timeZone", \.timeZone),
    Field("mode", \.mode),
    Field("place", \.place, [.searched]),
    Field("link", \.link),
    Field("languages", \.languages),
    Field("interpretation", \.interpretation),
    Field("introduction", \.introduction, [.prose, .searched]),
    Field("objectives", \.objectives, [.prose, .searched]),
    Field("series", \.series, [.system], link: .beside),
    Field("seriesVersion", \.seriesVersion, [.system]),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case scheduled, convened, inSession, held, postponed, cancelled
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .scheduled,
    [
      .init("convene", [.scheduled], .convened, by: .officers),
      .init("open", [.convened], .inSession, by: .officers),
      .init("openUrgently", [.scheduled], .inSession, by: .officers, needsReason: true),
      .init("hold", [.inSession], .held, by: .officers),
      .init("recordHeld", [.scheduled, .convened], .held, by: .officers),
      .init("postpone", [.scheduled, .convened], .postponed, by: .officers, needsReason: true),
      .init("reschedule", [.postponed], .scheduled, by: .officers),
      .init(
        "cancel", [.scheduled, .convened, .postponed], .cancelled, by: .officers,
        needsReason: true),
    ])

  public var label: LocalizedText { title }
  public var scope: Scope { Scope(body: body) }
  /// The day on which it begins where it takes place.
  public var day: Day? { startsAt.local(in: zone).day }
  public var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }
  /// How long it lasts, in minutes.
  public var minutes: Int { Int((endsAt.milliseconds - startsAt.milliseconds) / 60_000) }

  public func faults() -> [Fault] {
    var faults = timeZone.isEmpty ? [] : Check.timeZone(timeZone, at: "/timeZone")
    if startsAt.milliseconds != 0, endsAt.milliseconds != 0, endsAt <= startsAt {
      faults.append(Fault("endsBeforeStart", at: "/endsAt", ["start": startsAt.description]))
    }
    return faults
  }
}

/// Where people meet.
public enum MeetingMode: String, Choice {
  case inPerson, virtual, hybrid
}
