/// Who does what by when, and the item it came from.
public struct ActionItem: Record {
  public static let type = RecordType.actionItem
  public static let writers: Roles = [.facilitator, .secretary, .chair, .staff, .assignee]
  public static let filters = ["mine", "open", "overdue", "dueSoon"]

  public var header = Header()
  public var body = ID<Body>(0)
  public var item: ID<AgendaItem>?
  public var title = LocalizedText()
  public var details: LocalizedText?
  /// Who does it; where several people do, the one who was named first, which says nothing more.
  public var assignee: ID<Person>?
  /// The other people who do it.
  public var coAssignees: [ID<Person>] = []
  /// The organization that does it, alone or with them. It is moved by those who run the body.
  public var organization: ID<Organization>?
  /// Somebody without an account who does it.
  public var assigneeName: NamedParticipant?
  /// The day after which it is late: the one that was said, or the one that follows from `due`.
  public var dueOn: Day?
  /// By when, where people said it otherwise than by a day; the code of a `Due`.
  public var due: String?
  /// The day after which the next meeting counts; nil where it is the one after that of its item.
  public var dueSaidOn: Day?
  /// The day first promised, once the due date was moved.
  public var firstDueOn: Day?
  /// What was first said of it, where that was no day.
  public var firstDue: String?
  public var doneOn: Day?
  /// The items of later meetings at which it was reviewed.
  public var reviewedAt: [ID<AgendaItem>] = []
  /// Its place among what its item concluded, from 1; nil where nobody put it anywhere.
  public var rank: Int?
  /// Until the minutes that hold it are approved.
  public var provisional = false

  public init() {}

  public static let fields: [Field<ActionItem>] = [
    Field("body", \.body, [.required, .fixed], link: .beside),
    Field("item", \.item, [.fixed, .belongsTo], link: .from),
    Field("title", \.title, [.required, .searched]),
    Field("details", \.details, [.prose, .searched]),
    Field("assignee", \.assignee, link: .beside),
    Field("coAssignees", \.coAssignees, link: .beside, continues: "assignee"),
    Field("organization", \.organization, link: .beside),
    Field("assigneeName", \.assigneeName, [.searched]),
    Field("dueOn", \.dueOn),
    Field("due", \.due),
    Field("dueSaidOn", \.dueSaidOn, [.system]),
    Field("firstDueOn", \.firstDueOn, [.system]),
    Field("firstDue", \.firstDue, [.system]),
    Field("doneOn", \.doneOn, [.system]),
    Field("reviewedAt", \.reviewedAt, [.system], link: .to),
    Field("rank", \.rank, [.system]),
    Field("provisional", \.provisional, [.system]),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case open, inProgress, blocked, done, verified, cancelled
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .open,
    [
      .init("start", [.open], .inProgress, by: workers),
      .init("done", [.open, .inProgress], .done, by: workers),
      .init("verify", [.done], .verified, by: [.facilitator, .staff]),
      .init("reopen", [.done], .open, by: workers, needsReason: true),
      .init("block", [.open, .inProgress], .blocked, by: workers, needsReason: true),
      .init("unblock", [.blocked], .inProgress, by: workers),
      .init(
        "cancel", [.open, .inProgress, .blocked], .cancelled, by: .officers, needsReason: true),
    ])

  static let workers: Roles = [.assignee, .facilitator, .secretary, .chair, .staff]

  /// Only these move a due date or hand the work to somebody else.
  public static let planners: Roles = [.facilitator, .staff]

  /// The states in which there is still something to do.
  public static let openStates = ["open", "inProgress", "blocked"]

  public var label: LocalizedText { title }
  public var scope: Scope {
    Scope(
      body: body, person: assignee, others: coAssignees, ceiling: provisional ? .body : .public)
  }
  public var day: Day? { dueOn }

  public func faults() -> [Fault] {
    let fault = assigneeName.flatMap { NamedParticipant.fault(in: $0.written, at: "/assigneeName") }
    return [fault].compactMap(\.self)
  }
}
