package import HubModel

/// Every subject of the product, in one list: what the API, the commands, the tests and the
/// documents are made from. The only registration.
package enum Subjects {
  package static let all: [any Stored.Type] = [
    Network.self, Organization.self, Person.self, Body.self, Membership.self, StandingItem.self,
    MeetingSeries.self, Meeting.self,
    Agenda.self, AgendaItem.self, Consideration.self, Attendance.self, Minutes.self,
    ItemNotes.self, Decision.self, ActionItem.self, Recommendation.self, FundingStrategy.self,
    FundingDecision.self, Basis.self, Agreement.self, Amendment.self, ActivityReport.self,
    KnowledgeItem.self, Document.self,
  ]

  private static let byType = Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })

  package static func of(_ type: RecordType) -> (any Stored.Type)? { byType[type] }
}
