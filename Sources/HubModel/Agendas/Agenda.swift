/// The agenda of a meeting: its editions and where it stands. Its items are records of their own.
public struct Agenda: Record {
  public static let type = RecordType.agenda
  public static let writers: Roles = .facilitators
  /// It comes with its meeting: whoever calls the one begins the other.
  public static let creators: Roles = .officers

  public var header = Header()
  public var meeting = ID<Meeting>(0)
  public var body = ID<Body>(0)
  /// How often it was published; people say "version 2".
  public var edition = 0
  /// What changed in the latest edition.
  public var changeNote: LocalizedText?

  public init() {}

  public static let fields: [Field<Agenda>] = [
    Field("meeting", \.meeting, [.required, .fixed, .belongsTo], link: .beside),
    Field("body", \.body, [.system], link: .beside),
    Field("edition", \.edition, [.system]),
    Field("changeNote", \.changeNote),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case draft, circulated, published, revised, closed
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .draft, unreleased: [.draft: .inCamera, .circulated: .body],
    [
      .init("circulate", [.draft], .circulated, by: .facilitators),
      .init("publish", [.draft, .circulated], .published, by: .facilitators, publishes: true),
      .init(
        "revise", [.published, .revised], .revised, by: .facilitators, publishes: true,
        requires: ["changeNote"]),
      .init("close", [.published, .revised], .closed, by: [.facilitator, .secretary, .staff]),
    ])

  public var givenNumber: Int64? { meeting.number }
  public var labelWord: String? { "label.agenda" }
  public var scope: Scope { Scope(body: body) }
}
