/// One point of an agenda, and what the minutes say of it.
public struct AgendaItem: Record {
  public static let type = RecordType.agendaItem
  public static let writers: Roles = [.facilitator, .secretary, .chair, .staff]
  /// Members can propose items until the agenda is published.
  public static let creators: Roles = .members

  public var header = Header()
  public var meeting = ID<Meeting>(0)
  public var body = ID<Body>(0)
  /// Its place on the agenda, from 1.
  public var position = 0
  /// How it is called in print, where that is not its place: `3.2(a)`, `2015-01-A20`.
  public var printedLabel: String?
  public var title = LocalizedText()
  public var purpose = Purpose.discussion
  public var session: Session?
  /// How long it is to take, in minutes.
  public var duration: Int?
  /// Who presents it; where several people do, the one who was named first.
  public var presenter: ID<Person>?
  /// The other people who present it.
  public var coPresenters: [ID<Person>] = []
  /// Those who present it and have no account.
  public var presenterNames: [ParticipantByName] = []
  public var text: LocalizedText?
  /// What was said of it, as the published minutes have it: without the passages for insiders.
  public var notes: LocalizedText?
  /// What it only told, as the published minutes have it: a line of a list each.
  public var information: LocalizedText?
  /// Who withdrew from the item, as the published minutes have it: they had an interest of their own.
  public var recused: [ID<Person>] = []
  /// Whether the body lost its quorum at the item, and when, where that was said.
  public var quorumLost = false
  public var quorumLostAt: Moment?
  /// The item of an earlier meeting that comes back here.
  public var carriedFrom: ID<AgendaItem>?
  /// How often it was deferred before, counted along `carriedFrom`.
  public var timesDeferred = 0
  /// It stood on no agenda: the minutes say that it was taken up.
  public var addedAtMeeting = false
  /// Not released before the agenda is, or the minutes that hold it.
  public var onPublishedAgenda = false

  public init() {}

  public static let fields: [Field<AgendaItem>] = [
    Field("meeting", \.meeting, [.required, .fixed, .belongsTo], link: .from),
    Field("body", \.body, [.system], link: .beside),
    Field("position", \.position),
    Field("title", \.title, [.required, .searched]),
    Field("printedLabel", \.printedLabel, [.searched]),
    Field("purpose", \.purpose),
    Field("session", \.session),
    Field("duration", \.duration),
    Field("presenter", \.presenter, link: .beside),
    Field("coPresenters", \.coPresenters, link: .beside, continues: "presenter"),
    Field("presenterNames", \.presenterNames),
    Field("text", \.text, [.prose, .searched]),
    Field("notes", \.notes, [.prose, .searched, .system]),
    Field("information", \.information, [.prose, .searched, .system]),
    Field("recused", \.recused, [.system], link: .beside),
    Field("quorumLost", \.quorumLost, [.system]),
    Field("quorumLostAt", \.quorumLostAt, [.system]),
    Field("carriedFrom", \.carriedFrom, link: .from),
    Field("timesDeferred", \.timesDeferred, [.system]),
    Field("addedAtMeeting", \.addedAtMeeting, [.system]),
    Field("onPublishedAgenda", \.onPublishedAgenda, [.system]),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case planned, dealtWith, deferred, notReached, withdrawn
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .planned,
    [
      .init("deal", [.planned], .dealtWith, by: .officers),
      .init("defer", [.planned], .deferred, by: .officers),
      .init("miss", [.planned], .notReached, by: .officers),
      .init("withdraw", [.planned], .withdrawn, by: .officers, needsReason: true),
      .init(
        "replan", [.dealtWith, .deferred, .notReached, .withdrawn], .planned, by: .officers,
        needsReason: true),
    ])

  public var label: LocalizedText { title }
  public var scope: Scope {
    Scope(
      body: body, person: presenter, others: coPresenters,
      ceiling: onPublishedAgenda ? .public : .body)
  }

  /// The people with accounts who present it, in the order in which they were named.
  public var presenters: [ID<Person>] {
    get { [presenter].compactMap(\.self) + coPresenters }
    set {
      var seen: Set<ID<Person>> = []
      let each = newValue.filter { seen.insert($0).inserted }
      (presenter, coPresenters) = (each.first, Array(each.dropFirst()))
    }
  }

  /// Names each presenter once, wherever one was left out or two of them have become one.
  public mutating func nameOnce() { presenters = presenters }

  public func faults() -> [Fault] {
    var faults = Check.atLeast(1, duration, at: "/duration")
    if let printedLabel, ItemLabel.heading(printedLabel) == nil {
      faults.append(Fault("labelForm", at: "/printedLabel", ["label": printedLabel]))
    }
    for (index, participant) in presenterNames.enumerated() {
      guard let problem = NameForm.problem(in: participant.name) else { continue }
      faults.append(
        Fault(
          problem.rawValue, at: "/presenterNames/\(index)", ["text": participant.said]))
    }
    // Whoever publishes an agenda must see all of it.
    if header.visibility == .private { faults.append(Fault("noPrivateAgenda", at: "/visibility")) }
    return faults
  }
}

/// What an item is for.
public enum Purpose: String, Choice {
  case information, discussion, decision, consent
}

/// A part of a forum.
public enum Session: String, Choice {
  case panel, roundTable, workshop
}
