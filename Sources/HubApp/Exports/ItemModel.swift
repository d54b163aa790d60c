import HubModel

/// One point of the agenda and what it concluded.
struct ItemModel: Sendable, Hashable {
  /// How the agenda calls it, which it keeps when the rest is hidden: `3`, `3.2(a)`.
  let label: String
  /// nil when the item is not for the caller: only its number is shown.
  let details: Details?
  let outcomes: Outcomes

  /// The item as the agenda has it, before anything was said of it or concluded.
  var asPlanned: ItemModel {
    ItemModel(label: label, details: details?.asPlanned, outcomes: Outcomes())
  }

  struct Details: Sendable, Hashable {
    let reference: Reference
    let title: LocalizedText
    let purpose: Purpose
    let session: Session?
    /// In minutes.
    let duration: Int?
    /// Those with an account first.
    let presenters: [Named]
    let state: String
    let addedAtMeeting: Bool
    let text: LocalizedText?
    /// What was said; for insiders all of it, for others as the published minutes have it.
    let notes: LocalizedText?
    /// What the item only told, as a list.
    let information: LocalizedText?
    /// What was said of actions of earlier meetings, for those who belong to the body.
    let reviews: [Review]
    /// Who withdrew from it, as far as they may be named.
    var recused: [Named] = []
    /// Whether quorum was lost at it; the hour where that was said.
    var quorumLost = false
    var quorumLostAt: LocalizedText?
    let timesDeferred: Int
    let carriedFrom: Named?
    let papers: [Paper]
    let illustrative: Bool

    fileprivate var asPlanned: Details {
      Details(
        reference: reference, title: title, purpose: purpose, session: session,
        duration: duration, presenters: presenters, state: AgendaItem.State.planned.rawValue,
        addedAtMeeting: false,
        text: text, notes: nil, information: nil, reviews: [],
        timesDeferred: timesDeferred,
        carriedFrom: carriedFrom, papers: papers, illustrative: illustrative)
    }
  }

  /// An action and what the meeting said of it.
  struct Review: Sendable, Hashable {
    let action: Named
    let review: ActionReview
  }

  /// A document or recommendation that lay before the meeting.
  struct Paper: Sendable, Hashable {
    let role: ConsiderationRole
    let record: Named
    /// What it is, where it is a document that the hub keeps.
    var document: DocumentModel?
  }
}

/// What an item concluded.
struct Outcomes: Sendable, Hashable {
  var decisions: [DecisionModel] = []
  var actions: [ActionModel] = []
  var recommendations: [RecommendationModel] = []

  var isEmpty: Bool { decisions.isEmpty && actions.isEmpty && recommendations.isEmpty }

  static func + (left: Outcomes, right: Outcomes) -> Outcomes {
    Outcomes(
      decisions: left.decisions + right.decisions, actions: left.actions + right.actions,
      recommendations: left.recommendations + right.recommendations)
  }
}

struct DecisionModel: Sendable, Hashable {
  let reference: Reference
  let text: LocalizedText
  let details: LocalizedText?
  let disposition: Disposition
  let method: DecisionMethod
  let votes: [VoteCount]
  let castingVote: CastingVote?
  let rollCall: [Called]
  /// The number that the body gave it.
  let resolution: String?
  let mover: Named?
  let seconder: Named?
  let amends: Named?
  /// The items that it settles with its own.
  let covers: [Named]
  /// Its place among what its item concluded; nil where nobody put it anywhere.
  let rank: Int?
  let withoutQuorum: Bool
  let provisional: Bool
  let illustrative: Bool

  /// Somebody who was called by name, and how they voted.
  struct Called: Sendable, Hashable {
    let voter: Named
    let side: VoteSide
  }
}

struct ActionModel: Sendable, Hashable {
  let reference: Reference
  let title: LocalizedText
  let details: LocalizedText?
  /// The person of them who was named first.
  let assignee: Named?
  /// Everybody who does it.
  let assignees: [Named]
  let said: ActionItem.DueSaid
  /// As it was said first, where it was moved.
  let firstSaid: ActionItem.DueSaid?
  let doneOn: Day?
  let state: String
  let rank: Int?
  let provisional: Bool
  let illustrative: Bool
}

struct RecommendationModel: Sendable, Hashable {
  let reference: Reference
  let title: LocalizedText
  let text: LocalizedText?
  let kind: RecommendationKind
  let themes: [String]
  let priorityArea: LocalizedText?
  let addressees: [Named]
  /// Its stage.
  let state: String
  let adoptedOn: Day?
  let dueOn: Day?
  let closeReason: CloseReason?
  let rank: Int?
  let provisional: Bool
  let illustrative: Bool
  /// What became of it, in the order of the chain.
  let fate: [FateStep]
}

/// One record to which a recommendation led.
struct FateStep: Sendable, Hashable {
  /// How far from the recommendation: 0 for a funding decision, 1 for its agreement.
  let depth: Int
  let record: Named
  let type: RecordType
  let state: String
  let day: Day?
  var endsOn: Day?
  var amount: Money?
  /// The funder of a decision, the holder of an agreement, the meeting of an item.
  var party: Named?
  /// How the recommendation stood to a funding decision.
  var influence: Influence?
  /// Whether that influence counts as traceable; nil where there is no influence to speak of.
  var traceable: Bool?
}
