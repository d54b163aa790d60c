/// A file or a link that is kept with a record: a paper for an agenda, an appendix, evidence.
public struct Document: Record {
  public static let type = RecordType.document
  /// Who they mostly are: what it is kept with decides.
  public static let writers: Roles = [.chair, .facilitator, .secretary, .staff, .decisionMaker]
  public static let creators: Roles = writers

  public var header = Header()
  /// What it is kept with.
  public var subject = Reference(.meeting, 0)
  public var body: ID<Body>?
  public var organization: ID<Organization>?
  /// The meeting among whose papers it is.
  public var meeting: ID<Meeting>?
  public var title = LocalizedText()
  /// In which it is written, as BCP 47 tags.
  public var languages: [String] = []
  /// Where it is, if the hub does not keep its contents.
  public var link: String?
  /// What the file was called, without its folder.
  public var fileName: String?
  /// What its contents are, by their own bytes.
  public var mediaType: String?
  /// How many bytes they are.
  public var size: Int?
  /// The SHA-256 of every edition of its contents in hexadecimal digits, the first one first: what
  /// the history says of them.
  public var digests: [String] = []
  /// The numbers of the editions whose bytes an admin took out.
  public var expunged: [String] = []

  public init() {}

  /// What can have documents.
  public static let subjects: [RecordType] = [
    .meeting, .agendaItem, .minutes, .decision, .actionItem, .recommendation, .fundingDecision,
    .agreement, .activityReport, .knowledgeItem,
  ]

  public static let fields: [Field<Document>] = [
    Field(
      "subject", \.subject, [.required, .fixed, .belongsTo], link: .from,
      kind: .anyReference(subjects)),
    Field("body", \.body, [.system], link: .beside),
    Field("organization", \.organization, [.system], link: .beside),
    Field("meeting", \.meeting, [.system], link: .beside),
    Field("title", \.title, [.required, .searched]),
    Field("languages", \.languages),
    Field("link", \.link),
    Field("fileName", \.fileName, [.system, .searched]),
    Field("mediaType", \.mediaType, [.system]),
    Field("size", \.size, [.system]),
    Field("digests", \.digests, [.system]),
    Field("expunged", \.expunged, [.system]),
  ]

  /// Whether it still stands with what it belongs to.
  public enum State: String, CaseIterable, Sendable {
    case kept, withdrawn
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .kept,
    [
      .init("withdraw", [.kept], .withdrawn, by: writers, needsReason: true),
      .init("restore", [.withdrawn], .kept, by: writers, needsReason: true),
    ])

  /// The largest contents that one can have, in bytes.
  public static let mostBytes = 25 * 1024 * 1024

  /// How many editions of its contents there are; 0 where it is a link, or nothing was sent yet.
  public var edition: Int { digests.count }

  public var label: LocalizedText { title }
  public var scope: Scope { Scope(body: body, organization: organization) }

  public func faults() -> [Fault] {
    var faults: [Fault] = []
    // What is private is for the people of an organization: of none, it would be for nobody.
    if header.visibility == .private, organization == nil {
      faults.append(Fault("privateToNobody", at: "/visibility"))
    }
    guard let link else { return faults }
    faults += Check.webAddress(link, at: "/link")
    if edition > 0 { faults.append(Fault("documentHasContents", at: "/link")) }
    return faults
  }
}
