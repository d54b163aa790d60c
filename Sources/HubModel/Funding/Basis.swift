/// What a funding decision rests on: a recommendation or a decision of a meeting.
public struct Basis: Record {
  public static let type = RecordType.basis
  public static let defaultVisibility = Visibility.public
  public static let writers: Roles = [.decisionMaker, .staff]

  public var header = Header()
  public var fundingDecision = ID<FundingDecision>(0)
  public var funder = ID<Organization>(0)
  public var conclusion = Reference(.recommendation, 0)
  public var influence = Influence.consistent
  public var evidence: LocalizedText?
  public var assertedBy: ID<Person>?
  public var confirmedBy: ID<Person>?
  /// As long as the funding decision is not announced, its basis is not either.
  public var announced = false

  public init() {}

  public static let fields: [Field<Basis>] = [
    Field("fundingDecision", \.fundingDecision, [.required, .fixed, .belongsTo], link: .to),
    Field("funder", \.funder, [.system], link: .beside),
    Field(
      "conclusion", \.conclusion, [.required, .fixed], link: .from,
      kind: .anyReference([.recommendation, .decision])),
    Field("influence", \.influence),
    Field("evidence", \.evidence, [.prose]),
    Field("assertedBy", \.assertedBy, [.system], link: .beside),
    Field("confirmedBy", \.confirmedBy, [.system], link: .beside),
    Field("announced", \.announced, [.system]),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case asserted, confirmed
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .asserted,
    [.init("confirm", [.asserted], .confirmed, by: [.decisionMaker, .staff])])

  public var labelWord: String? { "label.basis.\(influence.rawValue)" }
  public var scope: Scope {
    Scope(organization: funder, ceiling: announced ? .public : .private)
  }

  /// Who asserted it does not confirm it.
  public var stepOfAnother: (verb: String, person: ID<Person>)? {
    assertedBy.map { ("confirm", $0) }
  }

  /// Only a decision's own document, or an attestation that a second person confirmed, counts.
  public var isTraceable: Bool {
    influence == .cited || influence == .informed && header.state == State.confirmed.rawValue
  }

  public func faults() -> [Fault] {
    guard influence == .cited || influence == .informed, evidence?.isEmpty ?? true else {
      return []
    }
    return [Fault("influenceNeedsEvidence", at: "/evidence")]
  }
}

/// How a conclusion stood to a funding decision.
public enum Influence: String, Choice {
  /// The decision's document names it.
  case cited
  /// A decision-maker attests it.
  case informed
  /// Aligned, without evidence of use.
  case consistent
  case contrary
}
