/// A practice sheet, lesson, story or gap.
public struct KnowledgeItem: Record {
  public static let type = RecordType.knowledgeItem
  public static let defaultVisibility = Visibility.public
  public static let writers: Roles = [.staff, .author]
  /// Anyone in the network can draft one; staff reviews and publishes it.
  public static let creators: Roles = [.staff, .network]

  public var header = Header()
  public var title = LocalizedText()
  public var kind = KnowledgeKind.practiceSheet
  public var summary: LocalizedText?
  public var text: LocalizedText?
  public var impact: LocalizedText?
  public var challenges: LocalizedText?
  public var lessons: LocalizedText?
  public var sourceNote: LocalizedText?
  public var meeting: ID<Meeting>?
  public var agreement: ID<Agreement>?
  public var themes: [String] = []

  public init() {}

  public static let fields: [Field<KnowledgeItem>] = [
    Field("title", \.title, [.required, .searched]),
    Field("kind", \.kind),
    Field("summary", \.summary, [.prose, .searched]),
    Field("text", \.text, [.prose, .searched]),
    Field("impact", \.impact, [.prose, .searched]),
    Field("challenges", \.challenges, [.prose, .searched]),
    Field("lessons", \.lessons, [.prose, .searched]),
    Field("sourceNote", \.sourceNote),
    Field("meeting", \.meeting, link: .from),
    Field("agreement", \.agreement, link: .from),
    Field("themes", \.themes),
  ]

  /// Where it stands in its life cycle.
  public enum State: String, CaseIterable, Sendable {
    case draft, reviewed, published, archived
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .draft, unreleased: [.draft: .inCamera, .reviewed: .network],
    [
      .init("review", [.draft], .reviewed, by: [.staff]),
      .init("return", [.reviewed], .draft, by: [.staff], needsReason: true),
      .init("publish", [.reviewed], .published, by: [.staff], publishes: true),
      .init("archive", [.published], .archived, by: [.staff], needsReason: true),
    ])

  /// What somebody has reviewed does not change under their name.
  public var writers: Roles {
    header.state == State.draft.rawValue ? Self.writers : [.staff]
  }

  public var label: LocalizedText { title }
  public var scope: Scope { Scope() }
}

/// What kind of knowledge it holds.
public enum KnowledgeKind: String, Choice {
  case practiceSheet, lesson, story, gap
}
