/// An agenda as a file holds it: the meeting's header and its items.
///
/// The file is Markdown that reads well in any editor; `docs/agenda-files.md` has the format. A
/// document holds what the file says and no more: names of bodies and people are text until
/// somebody with the records resolves them. Texts have line feeds only, one-line texts have no
/// blanks around them, and stale marks are not kept.
public struct AgendaDocument: Sendable, Hashable {
  public var title = LocalizedText()
  /// Absent: a new meeting.
  public var meeting: Reference?
  /// The version of the record from which the file was written.
  public var revision: FileRevision?
  /// A reference, or the name of the body in either language.
  public var body: String?
  public var starts: LocalTime?
  public var ends: LocalTime?
  /// IANA name; absent: the network's zone.
  public var zone: String?
  public var mode: MeetingMode?
  /// Empty when the file has none.
  public var place = LocalizedText()
  public var link: String?
  public var visibility: Visibility?
  /// A meeting of the past, recorded afterwards.
  public var isHeld = false
  /// Made up to show how the hub works.
  public var isIllustrative = false
  /// BCP 47 tags; empty when the file has none.
  public var languages: [String] = []
  public var interpretation: [String] = []
  /// Markdown; empty when the file has none.
  public var introduction = LocalizedText()
  public var objectives = LocalizedText()
  public var items: [Item] = []
  var positions = SourcePositions<AgendaKey>()
  var sections = SourcePositions<AgendaSection>()

  public init() {}

  /// Where a keyword of the header stands in the file; nil when the file does not have it.
  public func position(of key: AgendaKey) -> Fault.Position? { positions[key] }

  /// The language of the keywords of the file that it was read from.
  public var keywordLanguage: Language { positions.language }

  /// Where the title stands in the file; nil for a document that was not read from one.
  public var position: Fault.Position? { positions.start }

  var introductionPosition: Fault.Position? { sections[.introduction] }
  var objectivesPosition: Fault.Position? { sections[.objectives] }

  /// The minutes from the start to the end by the clock; nil when either is missing.
  public var minutesAvailable: Int? {
    guard let starts, let ends else { return nil }
    return starts.minutes(until: ends)
  }
}

/// A section of an agenda that is no item.
enum AgendaSection: String, Sendable {
  case introduction, objectives
}
