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
  /// Those who came as guests.
  public var guests: [Participant] = []
  /// Those who said that they could not come.
  public var excused: [PersonInFile] = []
  /// Those who did not.
  public var absent: [PersonInFile] = []
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
    public var who: PersonInFile
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

    /// - Parameter handle: without `@`.
    public init(_ handle: String, remote: Bool = false, votesFor: [String] = []) {
      self.init(.handle(handle), remote: remote, votesFor: votesFor)
    }

    public init(_ who: PersonInFile, remote: Bool = false, votesFor: [String] = []) {
      self.who = who
      self.remote = remote
      self.votesFor = votesFor
    }
  }

  /// How many people of a group were there, from a region if that is known.
  public struct Headcount: Sendable, Hashable {
    /// From 1.
    public var count: Int
    /// Whether nobody counted exactly.
    public var isApproximate: Bool
    /// nil where it is not known of whom the count is made.
    public var group: StakeholderGroup?
    /// One text, in no particular language.
    public var region: String?
    /// The region by its name in each language.
    public var regionNames: LocalizedText?

    public init(
      _ count: Int, _ group: StakeholderGroup?, isApproximate: Bool = false, region: String? = nil,
      regionNames: LocalizedText? = nil
    ) {
      self.count = count
      self.isApproximate = isApproximate
      self.group = group
      self.region = region
      self.regionNames = regionNames
    }

    /// Whether another one counts the same people, however exactly and in whatever languages their
    /// region is named.
    public func isOfSame(as other: Headcount) -> Bool {
      group == other.group && Self.isSame(region, regionNames, other.region, other.regionNames)
    }

    private static func isSame(
      _ region: String?, _ names: LocalizedText?, _ other: String?, _ otherNames: LocalizedText?
    ) -> Bool {
      if region == other, names?.en == otherNames?.en, names?.fr == otherNames?.fr { return true }
      guard let text = region ?? other, let names = names ?? otherNames else { return false }
      // What was one text is named in both languages.
      return [names.en, names.fr, "\(names.en) / \(names.fr)"].contains(text)
    }
  }
}

extension MinutesDocument {
  /// One named person's attendance, as a record keeps it.
  public struct NamedAttendance: Sendable, Hashable {
    public var who: PersonInFile
    public var presence: Presence
    public var remote = false
    public var guest = false
    /// Who holds the vote of a person who is there by proxy.
    public var proxy: PersonInFile?
    public var arrived: SaidHour?
    public var left: SaidHour?
  }

  /// Everyone who is named: those who were there, those for whom they voted, the excused and the
  /// absent.
  public var attendance: [NamedAttendance] {
    var all: [NamedAttendance] = []
    for (people, areGuests) in [(present, false), (guests, true)] {
      for person in people {
        all.append(
          .init(
            who: person.who, presence: .present, remote: person.remote, guest: areGuests,
            arrived: person.arrived, left: person.left))
        for other in person.votesFor {
          all.append(.init(who: .handle(other), presence: .proxy, proxy: person.who))
        }
      }
    }
    all += excused.map { .init(who: $0, presence: .excused) }
    all += absent.map { .init(who: $0, presence: .absent) }
    return all
  }

  /// Everyone who is counted without a name.
  public var headcounts: [Headcount] { workers + participants }
}
