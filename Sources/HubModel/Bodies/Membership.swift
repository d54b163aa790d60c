/// A person in a body, with a role, from one day to another.
public struct Membership: Record {
  public static let type = RecordType.membership
  public static let writers: Roles = [.chair, .facilitator, .secretary, .staff]
  public static let filters = ["current"]

  public var header = Header()
  public var body = ID<Body>(0)
  public var person = ID<Person>(0)
  public var role = MembershipRole.member
  public var startsOn = Day(number: 0)
  public var endsOn: Day?
  /// The stakeholder group for which the person speaks and votes.
  public var onBehalfOf: StakeholderGroup?

  public init() {}

  public static let fields: [Field<Membership>] = [
    Field("body", \.body, [.required, .fixed, .belongsTo], link: .beside),
    Field("person", \.person, [.required, .fixed], link: .beside),
    Field("role", \.role),
    Field("startsOn", \.startsOn, [.required]),
    Field("endsOn", \.endsOn),
    Field("onBehalfOf", \.onBehalfOf),
  ]

  public var scope: Scope { Scope(body: body, person: person) }
  public var day: Day? { startsOn }

  public func faults() -> [Fault] {
    // The day that nobody has given is the first of 1970.
    let isMissing = startsOn.number == 0
    return Check.order(startsOn, endsOn, at: "/endsOn")
      + (isMissing ? [Fault("required", at: "/startsOn", ["field": "startsOn"])] : [])
  }

  /// Whether it holds on a day.
  public func holds(on day: Day) -> Bool { startsOn <= day && endsOn.map { day <= $0 } ?? true }
}

/// What a person is in a body.
public enum MembershipRole: String, Choice {
  case chair, facilitator, secretary, member, liaison, observer

  public var roles: Roles {
    switch self {
    case .chair: .chair
    case .facilitator: .facilitator
    case .secretary: .secretary
    case .member: .member
    case .liaison: .liaison
    case .observer: .observer
    }
  }

  /// How much it says, from the least: a role that is not raised is of the same rank or of less.
  public var rank: Int {
    switch self {
    case .observer: 0
    case .liaison: 1
    case .member: 2
    case .secretary: 3
    case .facilitator: 4
    case .chair: 5
    }
  }

  /// Whether the person counts for the quorum and votes.
  public var votes: Bool { self != .observer && self != .liaison }
}
