/// Policy, funding or practice advice, addressed to one or more organizations.
///
/// Its stage is here. Endorsement by each body, the response of each addressee and its
/// implementation are axes of their own, with records of their own.
public struct Recommendation: Record {
  public static let type = RecordType.recommendation
  public static let writers: Roles = [.facilitator, .secretary, .chair, .staff, .author]
  public static let creators: Roles = .members

  public var header = Header()
  public var body: ID<Body>?
  public var title = LocalizedText()
  public var text: LocalizedText?
  public var kind = RecommendationKind.policy
  public var source = RecommendationSource.meeting
  /// The evaluation or consultation it comes from, in words.
  public var sourceNote: LocalizedText?
  /// The item that concluded it.
  public var item: ID<AgendaItem>?
  public var themes: [String] = []
  /// The forum's own group of priorities.
  public var priorityArea: LocalizedText?
  public var addressees: [ID<Organization>] = []
  /// The item at which it was put before a body.
  public var tabledAt: ID<AgendaItem>?
  public var referredTo: ID<Body>?
  public var adoptedOn: Day?
  /// When the addressees' responses are due.
  public var dueOn: Day?
  public var closeReason: CloseReason?
  /// What stands in its place.
  public var successors: [ID<Recommendation>] = []
  /// Its place among what its item concluded, from 1; nil where nobody put it anywhere.
  public var rank: Int?
  /// Until the minutes that hold it are approved.
  public var provisional = false

  public init() {}

  public static let fields: [Field<Recommendation>] = [
    Field("body", \.body, [.fixed], link: .beside),
    Field("title", \.title, [.required, .searched]),
    Field("text", \.text, [.prose, .searched]),
    Field("kind", \.kind),
    Field("source", \.source),
    Field("sourceNote", \.sourceNote),
    Field("item", \.item, [.fixed, .belongsTo], link: .from),
    Field("themes", \.themes, [.searched]),
    Field("priorityArea", \.priorityArea),
    Field("addressees", \.addressees, link: .beside),
    Field("tabledAt", \.tabledAt, link: .to),
    Field("referredTo", \.referredTo, link: .beside),
    Field("adoptedOn", \.adoptedOn, [.system]),
    Field("dueOn", \.dueOn),
    Field("closeReason", \.closeReason),
    Field("successors", \.successors, link: .to),
    Field("rank", \.rank, [.system]),
    Field("provisional", \.provisional, [.system]),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case draft, inReview, tabled, deferred, referred, adopted, transmitted, followUp, closed
    case notAdopted, withdrawn, superseded, merged, split
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .draft,
    unreleased: [
      .draft: .body, .inReview: .body, .tabled: .body, .deferred: .body, .referred: .body,
      .notAdopted: .body,
    ],
    [
      .init("submit", [.draft], .inReview, by: [.author, .member, .officers]),
      .init("return", [.inReview], .draft, by: .officers, needsReason: true),
      .init(
        "table", [.inReview, .deferred, .referred], .tabled, by: .officers,
        requires: ["tabledAt"]),
      .init("defer", [.tabled], .deferred, by: .officers),
      .init("refer", [.tabled], .referred, by: .officers, requires: ["referredTo"]),
      .init("adopt", [.tabled], .adopted, by: .officers, publishes: true),
      .init("reject", [.tabled], .notAdopted, by: .officers, needsReason: true),
      .init(
        "transmit", [.adopted], .transmitted, by: .officers, publishes: true,
        requires: ["addressees"], accepts: ["dueOn"]),
      .init("follow", [.transmitted], .followUp, by: [.staff]),
      .init("close", [.transmitted, .followUp], .closed, by: .officers, requires: ["closeReason"]),
      .init("resume", [.closed], .followUp, by: .officers, needsReason: true),
      .init(
        "withdraw", [.draft, .inReview, .tabled, .deferred, .referred, .adopted, .transmitted],
        .withdrawn, by: .officers, needsReason: true),
      .init("supersede", living, .superseded, by: .officers, requires: ["successors"]),
      .init("merge", living, .merged, by: .officers, requires: ["successors"]),
      .init("split", living, .split, by: .officers, requires: ["successors"]),
    ])

  static let living: [State] = [
    .draft, .inReview, .tabled, .deferred, .referred, .adopted, .transmitted, .followUp,
  ]

  /// How many days addressees have to respond, unless the recommendation says otherwise.
  public static let daysToRespond = 120

  /// Whoever wrote it words it until it is adopted; from then on it is the body's.
  public var writers: Roles {
    let isDraft = [State.draft, .inReview].contains { $0.rawValue == header.state }
    return isDraft && adoptedOn == nil ? Self.writers : Self.writers.subtracting(.author)
  }

  public var label: LocalizedText { title }
  /// Withdrawn, superseded, merged or split before it was adopted, it stays with the body.
  public var scope: Scope {
    Scope(body: body, ceiling: provisional || adoptedOn == nil ? .body : .public)
  }
  public var day: Day? { adoptedOn }

  public func faults() -> [Fault] {
    successors.contains(id) && header.number != 0
      ? [Fault("successorOfItself", at: "/successors")] : []
  }
}

/// What the advice is about.
public enum RecommendationKind: String, Choice {
  case policy, funding, practice
}

/// Where the advice began.
public enum RecommendationSource: String, Choice {
  case meeting, evaluation, consultation
}

/// Why the network closed it.
public enum CloseReason: String, Choice {
  case implemented, implementedByAlternative, partiallyImplemented, notImplemented
  case noLongerApplicable
}
