/// What a body did with a motion at an item. Only one that was carried is decided.
public struct Decision: Record {
  public static let type = RecordType.decision

  public var header = Header()
  public var item = ID<AgendaItem>(0)
  public var body = ID<Body>(0)
  public var takenOn: Day?
  public var text = LocalizedText()
  public var details: LocalizedText?
  public var disposition = Disposition.carried
  public var method = DecisionMethod.notStated
  public var votes: [VoteCount] = []
  /// What whoever chairs gave where the votes were equal.
  public var castingVote: CastingVote?
  /// How everybody voted, where they were called by name.
  public var rollCall: [RollCallVote] = []
  /// The number that the body gave it, as it is printed: `2015-01-A20`.
  public var resolution: String?
  public var mover: ID<Person>?
  /// Of a mover without an account.
  public var moverName: String?
  public var seconder: ID<Person>?
  /// Of a seconder without an account.
  public var seconderName: String?
  /// The motion that it amends.
  public var amends: ID<Decision>?
  /// The items that it settles together with its own: those of a consent agenda.
  public var covers: [ID<AgendaItem>] = []
  /// Whether the body decided it without its quorum.
  public var withoutQuorum = false
  /// Its place among what its item concluded, from 1; nil where nobody put it anywhere.
  public var rank: Int?
  /// Until the minutes that hold it are approved.
  public var provisional = true

  public init() {}

  public static let fields: [Field<Decision>] = [
    Field("item", \.item, [.required, .fixed, .belongsTo], link: .from),
    Field("body", \.body, [.system], link: .beside),
    Field("takenOn", \.takenOn, [.system]),
    Field("text", \.text, [.required, .searched]),
    Field("details", \.details, [.prose, .searched]),
    Field("disposition", \.disposition),
    Field("method", \.method),
    Field("votes", \.votes),
    Field("castingVote", \.castingVote),
    Field("rollCall", \.rollCall),
    Field("resolution", \.resolution, [.searched]),
    Field("mover", \.mover, link: .beside),
    Field("moverName", \.moverName),
    Field("seconder", \.seconder, link: .beside),
    Field("seconderName", \.seconderName),
    Field("amends", \.amends, link: .beside),
    Field("covers", \.covers, link: .beside),
    Field("withoutQuorum", \.withoutQuorum, [.system]),
    Field("rank", \.rank, [.system]),
    Field("provisional", \.provisional, [.system]),
  ]

  /// Whether it stands in the minutes.
  public enum State: String, CaseIterable, Sendable {
    case recorded, withdrawn
  }

  public static let lifeCycle: LifeCycle? = LifeCycle(
    State.self, initial: .recorded,
    [
      .init("withdraw", [.recorded], .withdrawn, by: .officers, needsReason: true),
      .init("restore", [.withdrawn], .recorded, by: .officers, needsReason: true),
    ])

  /// A motion that was not carried says so wherever it is named, so that it reads as decided nowhere.
  public var label: LocalizedText { disposition.marking(text) }
  public var scope: Scope { Scope(body: body, ceiling: provisional ? .body : .public) }
  public var day: Day? { takenOn }

  public func faults() -> [Fault] {
    if method == .vote, votes.isEmpty { return [Fault("voteNeedsCount", at: "/votes")] }
    if method == .consensus, !votes.isEmpty { return [Fault("consensusHasNoVote", at: "/votes")] }
    var faults = VoteTally(votes).faults(disposition, method, castingVote)
    if !rollCall.isEmpty, VoteTally(votes).differs(from: rollCall) {
      faults.append(Fault("rollCallDiffers", at: "/rollCall"))
    }
    if mover != nil, moverName != nil { faults.append(Fault("oneMover", at: "/moverName")) }
    if seconder != nil, seconderName != nil {
      faults.append(Fault("oneMover", at: "/seconderName"))
    }
    if amends == id { faults.append(Fault("amendsItself", at: "/amends")) }
    return faults
  }
}

/// How a body decided; not stated where nobody said so.
public enum DecisionMethod: String, Choice {
  case consensus, vote, unanimous, notStated
}

/// How whoever chairs voted where the votes were equal.
public enum CastingVote: String, Choice {
  case inFavour, against
}

/// How one stakeholder group voted, or everyone when no group is named.
public struct VoteCount: Listed {
  public var group: StakeholderGroup?
  public var inFavour: Int
  public var against: Int
  public var abstained: Int

  public init(group: StakeholderGroup?, inFavour: Int, against: Int, abstained: Int) {
    self.group = group
    self.inFavour = inFavour
    self.against = against
    self.abstained = abstained
  }

  public static var listKind: FieldKind { .votes }

  /// `union=5/0/1`, or `=12/2/1` for everyone.
  public init?(word: Substring) {
    let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let counts = sides[1].split(separator: "/").compactMap { Int($0) }
    guard counts.count == 3, counts.allSatisfy({ $0 >= 0 }) else { return nil }
    let group = StakeholderGroup(rawValue: String(sides[0]))
    guard group != nil || sides[0].isEmpty else { return nil }
    self.init(group: group, inFavour: counts[0], against: counts[1], abstained: counts[2])
  }

  public var word: String { "\(group?.rawValue ?? "")=\(inFavour)/\(against)/\(abstained)" }

  public static func put(_ list: [VoteCount], into output: any FieldOutput) {
    output.put(votes: list)
  }
}
