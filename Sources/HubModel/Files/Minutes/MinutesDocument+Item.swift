extension MinutesDocument {
  /// What the minutes say of one item of the agenda.
  public struct Item: Sendable, Hashable {
    /// The item's number on the agenda, from 1.
    public var number: Int
    /// How it is called where that is no plain number: `3.2(a)`.
    public var label: String?
    /// Whether the heading has a number or label; one without is found by its title.
    public var isNumbered = true
    /// For people who read the file; the item has its own.
    public var title = LocalizedText()
    /// Absent: the item is found by its number or label, and its title.
    public var reference: Reference?
    /// What it was for, of an item that stood on no agenda and was taken up at the meeting.
    public var added: Purpose?
    public var status = AgendaItem.State.dealtWith
    public var visibility: Visibility?
    /// Handles of those who withdrew from it, having an interest of their own.
    public var recused: [String] = []
    public var quorumLost: QuorumLoss?
    /// Markdown, without the outcomes.
    public var notes = LocalizedText()
    public var outcomes: [Outcome] = []
    /// What was said of actions of earlier meetings.
    public var reviews: [Review] = []
    /// Hidden from the reader: only its number and title are written.
    public var isRedacted = false
    var positions = SourcePositions<MinutesKey>()

    public init(number: Int) { self.number = number }

    /// Of an item that is called so: `3`, `3.2(a)`.
    public init(called label: String, number: Int) {
      self.number = Int(label) ?? number
      self.label = Int(label) == nil ? label : nil
    }

    /// How the heading calls it.
    public var name: String { label ?? String(number) }

    /// Where its heading stands in the file; nil for an item that was not read from one.
    public var position: Fault.Position? { positions.start }

    /// Where one of its keywords stands in the file; nil when the file does not have it.
    public func position(of key: MinutesKey) -> Fault.Position? { positions[key] }
  }

  /// What was said of an action, and where that stands in the file.
  public struct Review: Sendable, Hashable {
    public var review: ActionReview
    var positions = SourcePositions<MinutesKey>()

    public init(_ review: ActionReview) { self.review = review }

    public var position: Fault.Position? { positions.start }
  }

  /// What an item concluded. Which fields count depends on the kind.
  public struct Outcome: Sendable, Hashable {
    public var kind: Kind
    /// An outcome that the hub has already and that is updated; absent: a new one.
    public var reference: Reference?
    /// One line.
    public var text = LocalizedText()
    /// Markdown that says more; empty when there is none.
    public var details = LocalizedText()
    /// Of a decision.
    public var disposition = Disposition.carried
    /// Of a decision.
    public var method = DecisionMethod.notStated
    /// Of a decision that was voted on.
    public var votes: [VoteCount] = []
    /// Of a decision where the votes were equal.
    public var castingVote: CastingVote?
    /// Of a decision: how everybody voted, where they were called by name.
    public var rollCall: [RollCallVote] = []
    /// Of a decision: its number as it is printed.
    public var resolution: String?
    /// Of a decision: `@handle`, or the name of somebody without an account.
    public var mover: String?
    /// Of a decision: `@handle`, or a name.
    public var seconder: String?
    /// Of a decision: whether it amends another motion, the one before it unless `amends` says.
    public var isAmendment = false
    /// Of a decision: the motion that it amends.
    public var amends: Reference?
    /// Of a decision: the labels or references of the other items that it settles.
    public var covers: [String] = []
    /// Of an action: the handles of those who do it, without `@`.
    public var assignees: [String] = []
    /// Of an action: an organization that does it.
    public var organization: Reference?
    /// Of an action, as they were written: an organization, or somebody without an account.
    public var names: [String] = []
    /// Of an action.
    public var dueOn: Day?
    /// Of an action: by when, where that is no day.
    public var due: Due?
    /// Of a recommendation: organizations.
    public var addressees: [Reference] = []
    /// Of a recommendation.
    public var advice = RecommendationKind.policy
    /// Of a recommendation.
    public var themes: [String] = []
    /// Of a recommendation: the forum's own group of priorities; empty when there is none.
    public var area = LocalizedText()
    var positions = SourcePositions<MinutesKey>()

    public init(_ kind: Kind) { self.kind = kind }

    /// Where it stands in the file; nil for one that was not read from a file.
    public var position: Fault.Position? { positions.start }

    /// The kinds of outcomes; all but information become records.
    public enum Kind: String, Sendable, CaseIterable {
      case information, decision, action, recommendation

      /// The type of the record; information has none.
      public var recordType: RecordType? {
        switch self {
        case .information: nil
        case .decision: .decision
        case .action: .actionItem
        case .recommendation: .recommendation
        }
      }
    }
  }
}
