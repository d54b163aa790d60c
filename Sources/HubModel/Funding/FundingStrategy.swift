/// A programme's priorities for one or more fiscal years (1 April to 31 March).
public struct FundingStrategy: Record {
  public static let type = RecordType.fundingStrategy
  public static let writers: Roles = [.decisionMaker]

  public var header = Header()
  public var title = LocalizedText()
  public var funder = ID<Organization>(0)
  /// `2023-2024`, from April to March.
  public var fiscalYears: [String] = []
  public var priorities: LocalizedText?
  /// The recommendations that its priorities name.
  public var recommendations: [ID<Recommendation>] = []

  public init() {}

  public static let fields: [Field<FundingStrategy>] = [
    Field("title", \.title, [.required, .searched]),
    Field("funder", \.funder, [.required, .fixed], link: .beside),
    Field("fiscalYears", \.fiscalYears, [.required]),
    Field("priorities", \.priorities, [.prose, .searched]),
    Field("recommendations", \.recommendations, link: .from),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case draft, consulted, adopted, closed
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .draft, unreleased: [.draft: .private, .consulted: .network],
    [
      .init("consult", [.draft], .consulted, by: [.decisionMaker]),
      .init("adopt", [.consulted], .adopted, by: [.decisionMaker], publishes: true),
      .init("close", [.adopted], .closed, by: [.decisionMaker]),
    ])

  public var label: LocalizedText { title }
  public var scope: Scope { Scope(organization: funder) }

  public func faults() -> [Fault] {
    fiscalYears.enumerated().filter { !Self.isFiscalYear($0.element) }.map {
      Fault("badFiscalYear", at: "/fiscalYears/\($0.offset)", ["year": $0.element])
    }
  }

  static func isFiscalYear(_ text: String) -> Bool {
    let years = text.split(separator: "-").compactMap { $0.utf8.count == 4 ? Int($0) : nil }
    return years.count == 2 && text.utf8.count == 9 && years[1] == years[0] + 1
  }
}
