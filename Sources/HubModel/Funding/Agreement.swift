/// Money to a holder for a period; a sub-agreement has a parent.
public struct Agreement: Record {
  public static let type = RecordType.agreement
  public static let defaultVisibility = Visibility.public
  public static let writers: Roles = [.decisionMaker, .staff]
  /// Nobody speaks in the name of a funder but those who decide for it.
  public static let creators: Roles = [.decisionMaker]

  public var header = Header()
  public var title = LocalizedText()
  public var funder = ID<Organization>(0)
  public var holder = ID<Organization>(0)
  public var parent: ID<Agreement>?
  public var fundingDecision: ID<FundingDecision>?
  public var startsOn: Day?
  public var endsOn: Day?
  public var amount: Money?
  public var purpose: LocalizedText?

  public init() {}

  public static let fields: [Field<Agreement>] = [
    Field("title", \.title, [.required, .searched]),
    Field("funder", \.funder, [.required, .fixed], link: .beside),
    Field("holder", \.holder, [.required], link: .beside),
    Field("parent", \.parent, link: .from),
    Field("fundingDecision", \.fundingDecision, link: .from),
    Field("startsOn", \.startsOn),
    Field("endsOn", \.endsOn),
    Field("amount", \.amount),
    Field("purpose", \.purpose, [.prose, .searched]),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case proposed, signed, active, completed, terminated
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .proposed, unreleased: [.proposed: .private],
    [
      .init("sign", [.proposed], .signed, by: [.decisionMaker]),
      .init("activate", [.signed], .active, by: [.decisionMaker, .staff]),
      .init("complete", [.active], .completed, by: [.decisionMaker, .staff]),
      .init("terminate", [.signed, .active], .terminated, by: [.decisionMaker], needsReason: true),
    ])

  public var label: LocalizedText { title }
  public var scope: Scope { Scope(organization: funder) }
  public var day: Day? { startsOn }
  public func faults() -> [Fault] { Check.order(startsOn, endsOn, at: "/endsOn") }
}

/// A change to an agreement that keeps its earlier terms.
public struct Amendment: Record {
  public static let type = RecordType.amendment
  public static let defaultVisibility = Visibility.public
  public static let writers: Roles = [.decisionMaker, .staff]
  /// Nobody speaks in the name of a funder but those who decide for it.
  public static let creators: Roles = [.decisionMaker]

  public var header = Header()
  public var agreement = ID<Agreement>(0)
  public var funder = ID<Organization>(0)
  public var fundingDecision: ID<FundingDecision>?
  public var signedOn: Day?
  public var formerEndsOn: Day?
  public var endsOn: Day?
  public var formerAmount: Money?
  public var amount: Money?
  public var note: LocalizedText?

  public init() {}

  public static let fields: [Field<Amendment>] = [
    Field("agreement", \.agreement, [.required, .fixed, .belongsTo], link: .from),
    Field("funder", \.funder, [.system], link: .beside),
    Field("fundingDecision", \.fundingDecision, [.fixed], link: .from),
    Field("signedOn", \.signedOn),
    Field("formerEndsOn", \.formerEndsOn, [.system]),
    Field("endsOn", \.endsOn, [.fixed]),
    Field("formerAmount", \.formerAmount, [.system]),
    Field("amount", \.amount, [.fixed]),
    Field("note", \.note, [.prose]),
  ]

  public var labelWord: String? { "label.amendment" }
  public var scope: Scope { Scope(organization: funder) }
  public var day: Day? { signedOn }

  public func faults() -> [Fault] {
    endsOn == nil && amount == nil ? [Fault("amendmentOfNothing", at: "/endsOn")] : []
  }
}
