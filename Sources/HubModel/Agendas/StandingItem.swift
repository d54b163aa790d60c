/// An item with which every new agenda of a body begins.
public struct StandingItem: Record {
  public static let type = RecordType.standingItem
  public static let writers: Roles = [.facilitator, .secretary, .chair, .staff]

  public var header = Header()
  public var body = ID<Body>(0)
  public var title = LocalizedText()
  public var purpose = Purpose.information
  /// How long it is to take, in minutes.
  public var duration: Int?
  /// Who presents it: whoever has this role in the body on the day.
  public var presenterRole: MembershipRole?
  /// Before everything that waits for the meeting, or after it.
  public var placement = AgendaPlacement.beginning
  /// Its place among those of its placement; of two with the same, the older comes first.
  public var position = 0
  public var text: LocalizedText?

  public init() {}

  public static let fields: [Field<StandingItem>] = [
    Field("body", \.body, [.required, .fixed, .belongsTo], link: .beside),
    Field("title", \.title, [.required, .searched]),
    Field("purpose", \.purpose),
    Field("duration", \.duration),
    Field("presenterRole", \.presenterRole),
    Field("placement", \.placement),
    Field("position", \.position),
    Field("text", \.text, [.prose, .searched]),
  ]

  /// Whether new agendas begin with it.
  public enum State: String, CaseIterable, Sendable {
    case standing, retired
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .standing,
    [
      .init("retire", [.standing], .retired, by: .officers),
      .init("restore", [.retired], .standing, by: .officers),
    ])

  public var label: LocalizedText { title }
  public var scope: Scope { Scope(body: body) }

  public func faults() -> [Fault] { Check.atLeast(1, duration, at: "/duration") }
}

/// Where a standing item comes on an agenda.
public enum AgendaPlacement: String, Choice {
  case beginning, end
}
