import HubModel

@testable import HubApp

/// A record that is shown to every figure, with the facts that decide who may see it.
struct Exhibit: Sendable {
  let reference: Reference
  let network: Int64
  let state: String
  let effective: Visibility
  let body: Int64?
  let organization: Int64?
  let duty: Duty
  let namesAssignee: Bool
  let sharedWith: [Reference]
  let isSearched: Bool
  /// What its fields refer to.
  let references: Set<Reference>
  /// What it is linked to along the chain.
  let neighbours: Set<Reference>
  /// Whether the figure who wrote exhibits wrote it.
  let isByAuthor: Bool
  /// What it belongs to.
  let wholes: [Exhibit]
  /// The numbers that the people of the story have, by handle.
  let people: [String: Int64]

  init<R: Record>(_ record: R, people: [String: Int64], wholes: [Exhibit] = []) {
    reference = record.reference
    network = record.header.network.number
    state = record.header.state
    effective = max(record.header.visibility, Self.ceiling(of: record))
    body = record.scope.body?.number
    organization = record.scope.organization?.number
    duty = record.scope.duty
    namesAssignee = record.scope.person.map { $0.number == people["assignee"] } ?? false
    sharedWith = record.header.sharedWith
    isSearched = R.fields.contains { $0.traits.contains(.searched) }
    var references: Set<Reference> = [record.header.network.reference]
    var neighbours: Set<Reference> = []
    for field in R.fields {
      let found = field.references(of: record)
      references.formUnion(found)
      if field.link == .from || field.link == .to { neighbours.formUnion(found) }
    }
    isByAuthor = record.header.author.map { $0.number == people["author"] } ?? false
    self.wholes = wholes
    self.references = references
    self.neighbours = neighbours
    self.people = people
  }

  func reference(of figure: Figure) -> Reference? {
    people[figure.handle].map { Reference(.person, $0) }
  }

  /// How widely a record may be seen at most now, by the product page: drafts, provisional
  /// outcomes, what is not announced yet.
  static func ceiling<R: Record>(of record: R) -> Visibility {
    let type = R.type.rawValue
    let states =
      PageLifeCycles.page[type] == nil
      ? R.lifeCycle?.ceilings ?? [:] : PageLifeCycles.ceilings[type] ?? [:]
    let byState = states[record.header.state] ?? .public
    let byFact: Visibility =
      switch record {
      case let record as Decision: record.provisional ? .body : .public
      case let record as ActionItem: record.provisional ? .body : .public
      case let record as Recommendation: record.provisional ? .body : .public
      case let record as AgendaItem: record.onPublishedAgenda ? .public : .body
      case let record as Basis: record.announced ? .public : .private
      case let record as FundingDecision: embargo(record)
      default: record.scope.ceiling
      }
    return max(byState, byFact)
  }

  private static func embargo(_ decision: FundingDecision) -> Visibility {
    switch decision.header.state {
    case "proposed", "underConsideration", "approved", "approvedWithChanges", "declined",
      "deferred":
      switch decision.beforeAnnouncement {
      case .private: .private
      case .network: .network
      case .public: .public
      }
    default: .public
    }
  }
}
