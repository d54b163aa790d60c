/// Who was at a meeting: a person, somebody without an account by name, or people counted by group and
/// region without names.
public struct Attendance: Record {
  public static let type = RecordType.attendance
  public static let defaultVisibility = Visibility.body

  public var header = Header()
  public var meeting = ID<Meeting>(0)
  public var body = ID<Body>(0)
  public var person: ID<Person>?
  /// Of a participant without an account.
  public var name: String?
  /// What the participant by name does, as it was written.
  public var function: String?
  /// Where the participant by name works or whom they represent, as it was written.
  public var organizationName: String?
  /// Whether they came as a guest.
  public var guest = false
  /// How many; 1 for a person.
  public var count = 1
  /// Whether nobody counted exactly: *about 100*.
  public var approximate = false
  public var stakeholderGroup: StakeholderGroup?
  /// Where the people who were counted come from, as one text that is the same in both languages.
  public var region: String?
  /// The same where it is called otherwise in each language.
  public var regionNames: LocalizedText?
  public var presence = Presence.present
  public var remote = false
  /// When a person came who was not there from the beginning, and left who was not until the end.
  public var arrivedAt: Moment?
  public var leftAt: Moment?
  /// Who holds the absent person's vote.
  public var proxy: ID<Person>?
  /// Of a holder without an account.
  public var proxyName: String?
  /// Whether it names somebody without an account at a workers' forum: nobody else sees it, whatever
  /// its visibility.
  public var staysWithBody = false

  public init() {}

  public static let fields: [Field<Attendance>] = [
    Field("meeting", \.meeting, [.required, .fixed, .belongsTo], link: .beside),
    Field("body", \.body, [.system], link: .beside),
    Field("person", \.person, link: .beside),
    Field("name", \.name),
    Field("function", \.function),
    Field("organizationName", \.organizationName),
    Field("guest", \.guest),
    Field("count", \.count),
    Field("approximate", \.approximate),
    Field("stakeholderGroup", \.stakeholderGroup),
    Field("region", \.region),
    Field("regionNames", \.regionNames),
    Field("presence", \.presence),
    Field("remote", \.remote),
    Field("arrivedAt", \.arrivedAt),
    Field("leftAt", \.leftAt),
    Field("proxy", \.proxy, link: .beside),
    Field("proxyName", \.proxyName),
    Field("staysWithBody", \.staysWithBody, [.system]),
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

  public var scope: Scope {
    Scope(body: body, person: person, ceiling: staysWithBody ? .body : .public)
  }

  public func faults() -> [Fault] {
    var faults = Check.atLeast(1, count, at: "/count")
    let isCounted = stakeholderGroup != nil || regionOfCount != nil || count > 1
    if !isOnePerson, !isCounted {
      faults.append(Fault("attendanceOfNobody", at: "/person"))
    }
    for (name, pointer) in [(name, "/name"), (proxyName, "/proxyName")] {
      guard let name, let problem = NameForm.problem(in: name) else { continue }
      faults.append(Fault(problem.rawValue, at: pointer, ["text": name]))
    }
    if person != nil, name != nil { faults.append(Fault("personOrName", at: "/name")) }
    if name == nil, function != nil || organizationName != nil {
      faults.append(Fault("functionWithoutName", at: "/name"))
    }
    if isOnePerson, count != 1 { faults.append(Fault("onePersonIsOne", at: "/count")) }
    if isOnePerson, approximate { faults.append(Fault("onePersonIsOne", at: "/approximate")) }
    if region != nil, regionNames != nil { faults.append(Fault("oneRegion", at: "/regionNames")) }
    if guest, !isOnePerson || presence != .present {
      faults.append(Fault("guestIsSomebodyPresent", at: "/guest"))
    }
    if (presence == .proxy) != (proxy != nil || proxyName != nil) {
      faults.append(Fault("proxyNamesHolder", at: "/proxy"))
    }
    if proxy != nil, proxyName != nil { faults.append(Fault("oneProxy", at: "/proxyName")) }
    if let arrivedAt, let leftAt, leftAt <= arrivedAt {
      faults.append(Fault("leftBeforeArrived", at: "/leftAt"))
    }
    if presence != .present, arrivedAt != nil || leftAt != nil {
      faults.append(
        Fault("onlyPresentCome", at: arrivedAt == nil ? "/leftAt" : "/arrivedAt"))
    }
    return faults
  }

  /// Whether it is of somebody who is named.
  public var isOnePerson: Bool { person != nil || name != nil }

  /// Whether somebody is named who has no account.
  public var namesWithoutAccount: Bool { name != nil || proxyName != nil }

  /// Whoever is named without an account.
  public var participant: ParticipantByName? {
    name.map { ParticipantByName($0, function: function, organization: organizationName) }
  }

  /// Where the people who were counted come from, in both languages.
  public var regionOfCount: LocalizedText? {
    regionNames ?? region.map { LocalizedText(en: $0, fr: $0) }
  }
}

/// Whether somebody was there, and how.
public enum Presence: String, Choice {
  case present, excused, absent, proxy
}
