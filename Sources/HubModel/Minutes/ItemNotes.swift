/// What was said of one agenda item, for those who belong to the body: all of it, the passages
/// for insiders among it. The item itself carries what went public.
public struct ItemNotes: Record {
  public static let type = RecordType.itemNotes
  public static let isReadWhole = false
  public static let writers: Roles = [.facilitator, .secretary, .staff]

  public var header = Header()
  public var item = ID<AgendaItem>(0)
  public var meeting = ID<Meeting>(0)
  public var body = ID<Body>(0)
  public var notes: LocalizedText?
  /// What the item only told, a line of a list each.
  public var information: LocalizedText?
  /// What was said of actions of earlier meetings.
  public var reviews: [ActionReview] = []
  /// Who withdrew from the item, having an interest of their own.
  public var recused: [ID<Person>] = []
  /// Whether the body lost its quorum at the item, and when, where that was said.
  public var quorumLost = false
  public var quorumLostAt: Moment?
  /// Until the minutes are circulated for corrections.
  public var draft = true

  public init() {}

  public static let fields: [Field<ItemNotes>] = [
    Field("item", \.item, [.required, .fixed, .belongsTo], link: .beside),
    Field("meeting", \.meeting, [.system], link: .beside),
    Field("body", \.body, [.system], link: .beside),
    Field("notes", \.notes, [.prose, .searched]),
    Field("information", \.information, [.prose, .searched]),
    Field("reviews", \.reviews, [.system]),
    Field("recused", \.recused, [.system], link: .beside),
    Field("quorumLost", \.quorumLost, [.system]),
    Field("quorumLostAt", \.quorumLostAt, [.system]),
    Field("draft", \.draft, [.system]),
  ]

  public var labelWord: String? { "label.itemNotes" }
  public var scope: Scope { Scope(body: body, ceiling: draft ? .inCamera : .body) }

  public func faults() -> [Fault] {
    [("notes", notes), ("information", information)].flatMap { name, text in
      let unclosed = Language.allCases.filter { Redaction.isUnclosed(text?[$0] ?? "") }.map {
        Fault("unclosedRedaction", at: "/\(name)/\($0.rawValue)")
      }
      guard unclosed.isEmpty, let text, Redaction.isOneSided(text) else { return unclosed }
      return [Fault("passageInOneLanguage", at: "/\(name)")]
    }
  }
}
