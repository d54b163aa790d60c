/// Every kind of record in one list, for what is done to all of them: tables, labels, documents.
public enum Kinds {
  public static let all: [any Record.Type] = RecordType.allCases.map(kind(of:))

  /// The Swift type of the records of a type.
  public static func kind(of type: RecordType) -> any Record.Type {
    switch type {
    case .network: Network.self
    case .organization: Organization.self
    case .person: Person.self
    case .body: Body.self
    case .membership: Membership.self
    case .standingItem: StandingItem.self
    case .meetingSeries: MeetingSeries.self
    case .meeting: Meeting.self
    case .agenda: Agenda.self
    case .agendaItem: AgendaItem.self
    case .consideration: Consideration.self
    case .attendance: Attendance.self
    case .minutes: Minutes.self
    case .itemNotes: ItemNotes.self
    case .decision: Decision.self
    case .actionItem: ActionItem.self
    case .recommendation: Recommendation.self
    case .fundingStrategy: FundingStrategy.self
    case .fundingDecision: FundingDecision.self
    case .basis: Basis.self
    case .agreement: Agreement.self
    case .amendment: Amendment.self
    case .activityReport: ActivityReport.self
    case .knowledgeItem: KnowledgeItem.self
    case .document: Document.self
    }
  }
}

/// A field without its owner's type: what a label, a help text or a document needs to know.
public struct FieldSummary: Sendable, Hashable {
  public let name: String
  public let kind: FieldKind
  public let traits: FieldTraits
  public let columns: [String]
  /// The field with whose value its list goes on.
  public let continues: String?
}

extension Record {
  /// The fields as they are known without an instance.
  public static var fieldSummaries: [FieldSummary] {
    fields.map {
      FieldSummary(
        name: $0.name, kind: $0.kind, traits: $0.traits, columns: $0.columns,
        continues: $0.continues)
    }
  }

  /// The field that has the others, where this one has the first of several.
  public static func continuation(of field: String) -> FieldSummary? {
    fieldSummaries.first { $0.continues == field }
  }
}

extension FieldKind {
  /// The words among which a field chooses; empty for a field that does not.
  public var choices: [String] {
    switch self {
    case .choice(let words), .choices(let words): words
    default: []
    }
  }
}
