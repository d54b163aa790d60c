/// The minutes of a meeting: where they stand. What was said is with each item.
public struct Minutes: Record {
  public static let type = RecordType.minutes
  public static let writers: Roles = [.facilitator, .secretary, .staff]

  public var header = Header()
  public var meeting = ID<Meeting>(0)
  public var body = ID<Body>(0)
  /// How often they were published; people say "version 2".
  public var edition = 0
  /// When whoever chairs opened the meeting, and closed it.
  public var calledToOrderAt: Moment?
  public var adjournedAt: Moment?
  /// When the next one was said to be; nothing is made of it.
  public var nextMeetingOn: Day?
  /// By the clocks of the meeting: `13:00`.
  public var nextMeetingHour: String?
  /// The last day on which those who attended can ask for corrections.
  public var correctionsUntil: Day?
  /// The item of a later meeting at which the body approved them; none if it did in writing.
  public var approvedAt: ID<AgendaItem>?
  public var erratum: LocalizedText?
  /// The languages, `en` or `fr`, in which some of it was written only after its approval.
  public var translatedLater: [String] = []

  public init() {}

  public static let fields: [Field<Minutes>] = [
    Field("meeting", \.meeting, [.required, .fixed, .belongsTo], link: .beside),
    Field("body", \.body, [.system], link: .beside),
    Field("edition", \.edition, [.system]),
    Field("calledToOrderAt", \.calledToOrderAt),
    Field("adjournedAt", \.adjournedAt),
    Field("nextMeetingOn", \.nextMeetingOn),
    Field("nextMeetingHour", \.nextMeetingHour),
    Field("correctionsUntil", \.correctionsUntil),
    Field("approvedAt", \.approvedAt, link: .beside),
    Field("erratum", \.erratum),
    Field("translatedLater", \.translatedLater, [.system]),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case drafting, corrections, approved, published, corrected, withheld
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .drafting,
    unreleased: [.drafting: .inCamera, .corrections: .body, .approved: .body, .withheld: .body],
    [
      .init(
        "circulate", [.drafting], .corrections, by: [.facilitator, .secretary, .staff],
        accepts: ["correctionsUntil"]),
      .init(
        "reopen", [.corrections], .drafting, by: [.facilitator, .secretary, .staff],
        needsReason: true),
      .init("approve", [.corrections], .approved, by: .officers, accepts: ["approvedAt"]),
      .init("publish", [.approved, .withheld], .published, by: .facilitators, publishes: true),
      .init("withhold", [.approved], .withheld, by: .facilitators, needsReason: true),
      .init(
        "correct", [.published, .corrected], .corrected, by: .facilitators, publishes: true,
        needsReason: true, requires: ["erratum"]),
    ])

  public var givenNumber: Int64? { meeting.number }
  public var labelWord: String? { "label.minutes" }
  public var scope: Scope { Scope(body: body) }

  public func faults() -> [Fault] {
    var faults: [Fault] = []
    if let calledToOrderAt, let adjournedAt, adjournedAt <= calledToOrderAt {
      faults.append(Fault("adjournedBeforeCalled", at: "/adjournedAt"))
    }
    if let nextMeetingHour {
      if HumanDate.minute(nextMeetingHour) == nil {
        faults.append(
          Fault("unreadableHour", at: "/nextMeetingHour", ["text": nextMeetingHour]))
      }
      if nextMeetingOn == nil { faults.append(Fault("hourWithoutDay", at: "/nextMeetingHour")) }
    }
    return faults
  }

  /// Whether what they say can no longer be changed, but by an erratum.
  public static func isLocked(_ state: String) -> Bool {
    state != State.drafting.rawValue && state != State.corrections.rawValue
  }
}
