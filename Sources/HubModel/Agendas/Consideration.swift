/// A paper or recommendation dealt with at an agenda item (OParl's *Consultation*).
public struct Consideration: Record {
  public static let type = RecordType.consideration

  public var header = Header()
  public var item = ID<AgendaItem>(0)
  public var body = ID<Body>(0)
  /// Its place among the papers of the item, from 1.
  public var position = 0
  public var paper = Reference(.recommendation, 0)
  public var role = ConsiderationRole.information
  /// Whether this body is the one that decides.
  public var decisive = false

  public init() {}

  public static let fields: [Field<Consideration>] = [
    Field("item", \.item, [.required, .fixed, .belongsTo], link: .to),
    Field("body", \.body, [.system], link: .beside),
    Field("position", \.position),
    Field("paper", \.paper, [.required, .fixed], link: .from),
    Field("role", \.role),
    Field("decisive", \.decisive),
  ]

  /// Whether the paper still stands at the item.
  public enum State: String, CaseIterable, Sendable {
    case listed, withdrawn
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .listed,
    [
      .init("withdraw", [.listed], .withdrawn, by: .officers),
      .init("relist", [.withdrawn], .listed, by: .officers),
    ])

  public var labelWord: String? { "label.consideration.\(role.rawValue)" }
  public var scope: Scope { Scope(body: body) }
}

/// In which role a paper comes before a body.
public enum ConsiderationRole: String, Choice {
  case information, hearing, decision
}
