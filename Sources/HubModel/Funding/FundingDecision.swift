/// A call, allocation, extension, change of criteria, redirection or refusal by a funder.
public struct FundingDecision: Record {
  public static let type = RecordType.fundingDecision
  public static let defaultVisibility = Visibility.public
  public static let writers: Roles = [.decisionMaker]

  public var header = Header()
  public var title = LocalizedText()
  public var kind = FundingDecisionKind.allocation
  public var funder = ID<Organization>(0)
  public var strategy: ID<FundingStrategy>?
  public var amount: Money?
  public var rationale: LocalizedText?
  /// What was changed before it was approved.
  public var changes: LocalizedText?
  public var decidedOn: Day?
  /// The day on which a change of criteria begins.
  public var effectiveOn: Day?
  /// Who may see it before it is announced.
  public var beforeAnnouncement = Embargo.private

  public init() {}

  public static let fields: [Field<FundingDecision>] = [
    Field("title", \.title, [.required, .searched]),
    Field("kind", \.kind),
    Field("funder", \.funder, [.required, .fixed], link: .beside),
    Field("strategy", \.strategy, link: .from),
    Field("amount", \.amount),
    Field("rationale", \.rationale, [.prose, .searched]),
    Field("changes", \.changes, [.prose]),
    Field("decidedOn", \.decidedOn),
    Field("effectiveOn", \.effectiveOn),
    Field("beforeAnnouncement", \.beforeAnnouncement),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case proposed, underConsideration, approved, approvedWithChanges, declined, deferred
    case announced, inEffect, completed, terminated, rescinded
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .proposed, unreleased: [:],
    [
      .init("consider", [.proposed, .deferred], .underConsideration, by: [.decisionMaker]),
      .init("defer", [.underConsideration], .deferred, by: [.decisionMaker]),
      .init(
        "approve", [.underConsideration], .approved, by: [.decisionMaker],
        accepts: ["decidedOn"]),
      .init(
        "approveWithChanges", [.underConsideration], .approvedWithChanges, by: [.decisionMaker],
        requires: ["changes"], accepts: ["decidedOn"]),
      .init(
        "decline", [.underConsideration], .declined, by: [.decisionMaker], needsReason: true,
        accepts: ["decidedOn"]),
      .init(
        "announce", [.approved, .approvedWithChanges, .declined], .announced,
        by: [.decisionMaker], publishes: true),
      .init(
        "effect", [.announced], .inEffect, by: [.decisionMaker, .staff],
        accepts: ["effectiveOn"]),
      .init("complete", [.inEffect], .completed, by: [.decisionMaker, .staff]),
      .init("terminate", [.inEffect], .terminated, by: [.decisionMaker], needsReason: true),
      .init("rescind", [.inEffect], .rescinded, by: [.decisionMaker], needsReason: true),
    ])

  /// The states from which it is known to those whom its visibility admits.
  public static let announcedStates = [
    "announced", "inEffect", "completed", "terminated", "rescinded",
  ]

  public var label: LocalizedText { title }
  public var scope: Scope {
    let announced = Self.announcedStates.contains(header.state)
    return Scope(organization: funder, ceiling: announced ? .public : beforeAnnouncement.visibility)
  }
  public var day: Day? { decidedOn }
}

/// What a funder decided to do.
public enum FundingDecisionKind: String, Choice {
  case call, allocation, `extension`, criteriaChange, redirection, refusal
}

/// Who may see a funding decision before it is announced.
public enum Embargo: String, Choice {
  case `private`, network, `public`

  public var visibility: Visibility {
    switch self {
    case .private: .private
    case .network: .network
    case .public: .public
    }
  }
}
