/// Minutes as a file holds them: who was there, and what each item concluded.
///
/// `docs/minutes-files.md` has the format. People are handles without `@` until somebody with the
/// records resolves them. Texts have line feeds only, one-line texts have no blanks around them.
public struct MinutesDocument: Sendable, Hashable {
  /// For people who read the file; the meeting has its own.
  public var title = LocalizedText()
  public var meeting: Reference?
  /// The version of the record from which the file was written.
  public var revision: FileRevision?
  public var present: [Participant] = []
  /// Handles of those who said that they could not come.
  public var excused: [String] = []
  /// Handles of those who did not.
  public var absent: [String] = []
  /// Workers, counted without names.
  public var workers: [Headcount] = []
  /// People of other groups, counted without names.
  public var participants: [Headcount] = []
  public var calledToOrder: SaidHour?
  public var adjourned: SaidHour?
  public var nextMeeting: NextMeeting?
  public var correctionsUntil: Day?
  public var items: [Item] = []
  var positions = SourcePositions<MinutesKey>()

  public init() {}

  /// Where a keyword of the header stands in the file; nil when the file does not have it.
  public func position(of key: MinutesKey) -> Fault.Position? { positions[key] }

  /// Where the title stands in the file; nil for a document that was not read from one.
  public var position: Fault.Position? { positions.start }

  /// Somebody who was there.
  public struct Participant: Sendable, Hashable {
    /// Without `@`.
    public var handle: String
    public var remote: Bool
    /// Handles of the absent people whose votes this person holds.
    public var votesFor: [String]
    /// When this person came, who was not there from the beginning.
    public var arrived: SaidHour?
    /// When this person left before the end.
    public var left: SaidHour?
    var positions = SourcePositions<MinutesKey>()

    /// Where the person stands in the file; nil for one who was not read from one.
    public var position: Fault.Position? { positions.start }

    public init(_ handle: String, remote: Bool = false, votesFor: [String] = []) {
      self.handle = handle
      self.remote = remote
      self.votesFor = votesFor
    }
  }

  /// How many people of a group were there, from a region if that is known.
  public struct Headcount: Sendable, Hashable {
    /// From 1.
    public var count: Int
    /// nil where it is not known of whom the count is made.
    public var group: StakeholderGroup?
    public var region: String?

    public init(_ count: Int, _ group: StakeholderGroup?, region: String? = nil) {
      self.count = count
      self.group = group
      self.region = region
    }
  }
}

extension MinutesDocument {
  /// One named person's attendance, as a record keeps it.
  public struct NamedAttendance: Sendable, Hashable {
    public var handle: String
    public var presence: Presence
    public var remote: Bool
    /// Who holds the vote of a person who is there by proxy.
    public var proxy: String?
    public var arrived: SaidHour?
    public var left: SaidHour?
  }

  /// Everyone who is named: those who were there, those for whom they voted, the excused and the
  /// absent.
  public var attendance: [NamedAttendance] {
    var all: [NamedAttendance] = []
    for person in present {
      all.append(
        .init(
          handle: person.handle, presence: .present, remote: person.remote,
          arrived: person.arrived, left: person.left))
      for other in person.votesFor {
        all.append(.init(handle: other, presence: .proxy, remote: false, proxy: person.handle))
      }
    }
    all += excused.map { .init(handle: $0, presence: .excused, remote: false) }
    all += absent.map { .init(handle: $0, presence: .absent, remote: false) }
    return all
  }

  /// Everyone who is counted without a name.
  public var headcounts: [Headcount] { workers + participants }
}
