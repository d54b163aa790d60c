/// What an agreement's holder did in a period: activities, reach, challenges, lessons.
public struct ActivityReport: Record {
  public static let type = RecordType.activityReport
  public static let defaultVisibility = Visibility.public
  public static let writers: Roles = [.staff, .author]
  public static let creators: Roles = [.staff]

  public var header = Header()
  public var title = LocalizedText()
  public var agreement: ID<Agreement>?
  public var organization: ID<Organization>?
  public var startsOn: Day?
  public var endsOn: Day?
  public var activities: LocalizedText?
  /// How many people were reached.
  public var reach: Int?
  public var reachNote: LocalizedText?
  public var challenges: LocalizedText?
  public var lessons: LocalizedText?

  public init() {}

  public static let fields: [Field<ActivityReport>] = [
    Field("title", \.title, [.required, .searched]),
    Field("agreement", \.agreement, [.belongsTo], link: .from),
    Field("organization", \.organization, link: .beside),
    Field("startsOn", \.startsOn),
    Field("endsOn", \.endsOn),
    Field("activities", \.activities, [.prose, .searched]),
    Field("reach", \.reach),
    Field("reachNote", \.reachNote),
    Field("challenges", \.challenges, [.prose, .searched]),
    Field("lessons", \.lessons, [.prose, .searched]),
  ]

  public var label: LocalizedText { title }
  public var scope: Scope { Scope(organization: organization) }
  public var day: Day? { startsOn }

  public func faults() -> [Fault] {
    var faults =
      Check.order(startsOn, endsOn, at: "/endsOn") + Check.atLeast(0, reach, at: "/reach")
    if agreement == nil, organization == nil {
      faults.append(Fault("reportOfNobody", at: "/organization"))
    }
    return faults
  }
}
