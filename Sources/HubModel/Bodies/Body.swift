/// A plenary, a working group, a government table or a forum.
public struct Body: Record, Mergeable {
  public static let type = RecordType.body
  public static let writers: Roles = [.staff, .chair]
  public static let filters = ["merged"]

  public var header = Header()
  public var name = LocalizedText()
  public var kind = BodyKind.workingGroup
  public var mandate: LocalizedText?
  public var parent: ID<Body>?
  /// How many voting members must be there; none means that the body has no quorum.
  public var quorum: Int?
  /// The visibility of what is recorded for this body, unless the record says otherwise.
  public var defaultVisibility = BodyVisibility.network
  /// Workers take part: its minutes stay with the body and never name them in public.
  public var workersForum = false
  public var mergedInto: ID<Body>?

  public init() {}

  public static let fields: [Field<Body>] = [
    Field("name", \.name, [.required, .searched]),
    Field("kind", \.kind),
    Field("mandate", \.mandate, [.prose, .searched]),
    Field("parent", \.parent, link: .beside),
    Field("quorum", \.quorum),
    Field("defaultVisibility", \.defaultVisibility),
    Field("workersForum", \.workersForum),
    Field("mergedInto", \.mergedInto, [.system]),
  ]

  public var label: LocalizedText { name }
  public var scope: Scope { Scope(body: id) }

  public func faults() -> [Fault] {
    var faults = Check.atLeast(1, quorum, at: "/quorum")
    if quorum != nil, !kind.features.hasQuorum {
      faults.append(Fault("noQuorumForKind", at: "/quorum"))
    }
    return faults
  }
}

/// The four kinds of bodies. What sets them apart is `features`, not a type each.
public enum BodyKind: String, Choice {
  case plenary, workingGroup, governmentTable, forum

  /// What a kind of body has that others have not.
  public struct Features: Sendable {
    public let hasQuorum: Bool
    public let hasSessions: Bool
    public let visibility: BodyVisibility
  }

  public var features: Features {
    switch self {
    case .plenary: Features(hasQuorum: true, hasSessions: false, visibility: .network)
    case .workingGroup: Features(hasQuorum: true, hasSessions: false, visibility: .network)
    case .governmentTable: Features(hasQuorum: false, hasSessions: false, visibility: .body)
    case .forum: Features(hasQuorum: false, hasSessions: true, visibility: .public)
    }
  }
}

/// The visibilities that a body can give to what is recorded for it.
public enum BodyVisibility: String, Choice {
  case `public`, network, body, inCamera

  public var visibility: Visibility {
    switch self {
    case .public: .public
    case .network: .network
    case .body: .body
    case .inCamera: .inCamera
    }
  }
}
