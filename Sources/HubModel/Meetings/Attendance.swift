/// Who was at a meeting: a person, or workers counted by group and region without names.
public struct Attendance: Record {
  public static let type = RecordType.attendance
  public static let defaultVisibility = Visibility.body

  public var header = Header()
  public var meeting = ID<Meeting>(0)
  public var body = ID<Body>(0)
  public var person: ID<Person>?
  /// How many; 1 for a person.
  public var count = 1
  public var stakeholderGroup: StakeholderGroup?
  public var region: String?
  public var presence = Presence.present
  public var remote = false
  /// When a person came who was not there from the beginning, and left who was not until the end.
  public var arrivedAt: Moment?
  public var leftAt: Moment?
  /// Who holds the absent person's vote.
  public var proxy: ID<Person>?

  public init() {}

  public static let fields: [Field<Attendance>] = [
    Field("meeting", \.meeting, [.required, .fixed, .belongsTo], link: .beside),
    Field("body", \.body, [.system], link: .beside),
    Field("person", \.person, link: .beside),
    Field("count", \.count),
    Field("stakeholderGroup", \.stakeholderGroup),
    Field("region", \.region),
    Field("presence", \.presence),
    Field("remote", \.remote),
    Field("arrivedAt", \.arrivedAt),
    Field("leftAt", \.leftAt),
    Field("proxy", \.proxy, link: .beside),
  ]

  /// Whether it stands in the minutes.
  public enum State: String, CaseIterable, Sendable {
    case recorded, withdrawn
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .recorded,
    [
      .init("withdraw", [.recorded], .withdrawn, by: .officers),
      .init("restore", [.withdrawn], .recorded, by: .officers),
    ])

  public var scope: Scope { Scope(body: body, person: person) }

  public func faults() -> [Fault] {
    var faults = Check.atLeast(1, count, at: "/count")
    if person == nil, stakeholderGroup == nil, region == nil, count <= 1 {
      faults.append(Fault("attendanceOfNobody", at: "/person"))
    }
    if person != nil, count != 1 { faults.append(Fault("onePersonIsOne", at: "/count")) }
    if (presence == .proxy) != (proxy != nil) {
      faults.append(Fault("proxyNamesHolder", at: "/proxy"))
    }
    if let arrivedAt, let leftAt, leftAt <= arrivedAt {
      faults.append(Fault("leftBeforeArrived", at: "/leftAt"))
    }
    if presence != .present, arrivedAt != nil || leftAt != nil {
      faults.append(
        Fault("onlyPresentCome", at: arrivedAt == nil ? "/leftAt" : "/arrivedAt"))
    }
    return faults
  }
}

/// Whether somebody was there, and how.
public enum Presence: String, Choice {
  case present, excused, absent, proxy
}
