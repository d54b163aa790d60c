/// Every kind of record that the hub keeps, in the order in which people meet them.
///
/// The raw value is the word that the API, the history and the translations use.
public enum RecordType: String, Sendable, CaseIterable, Hashable, Comparable {
  case network, organization, person
  case body, membership
  case standingItem, meetingSeries
  case meeting, agenda, agendaItem, consideration, attendance, minutes, itemNotes
  case decision, actionItem, recommendation
  case fundingStrategy, fundingDecision, basis, agreement, amendment, activityReport
  case knowledgeItem, document

  /// The letters before the dash of a reference: `M` in `M-12`.
  ///
  /// People say the references of the vocabulary aloud. The parts of a record (a membership, an
  /// agenda, a basis …) have two letters of their own so that one mechanism serves all; an agenda
  /// and minutes carry the number of their meeting: `MA-12` is the agenda of `M-12`.
  public var prefix: String {
    switch self {
    case .network: "N"
    case .organization: "O"
    case .person: "P"
    case .body: "B"
    case .membership: "BM"
    case .standingItem: "BI"
    case .meetingSeries: "MS"
    case .meeting: "M"
    case .agenda: "MA"
    case .agendaItem: "I"
    case .consideration: "IC"
    case .attendance: "AT"
    case .minutes: "MM"
    case .itemNotes: "IN"
    case .decision: "D"
    case .actionItem: "A"
    case .recommendation: "R"
    case .fundingStrategy: "S"
    case .fundingDecision: "F"
    case .basis: "FB"
    case .agreement: "G"
    case .amendment: "GA"
    case .activityReport: "AR"
    case .knowledgeItem: "K"
    case .document: "E"
    }
  }

  /// The plural path segment of the API: `action-items`. The table has the same name with `_`.
  public var path: String {
    switch self {
    case .network: "networks"
    case .organization: "organizations"
    case .person: "people"
    case .body: "bodies"
    case .membership: "memberships"
    case .standingItem: "standing-items"
    case .meetingSeries: "meeting-series"
    case .meeting: "meetings"
    case .agenda: "agendas"
    case .agendaItem: "agenda-items"
    case .consideration: "considerations"
    case .attendance: "attendance"
    case .minutes: "minutes"
    case .itemNotes: "item-notes"
    case .decision: "decisions"
    case .actionItem: "action-items"
    case .recommendation: "recommendations"
    case .fundingStrategy: "funding-strategies"
    case .fundingDecision: "funding-decisions"
    case .basis: "bases"
    case .agreement: "agreements"
    case .amendment: "amendments"
    case .activityReport: "activity-reports"
    case .knowledgeItem: "knowledge-items"
    case .document: "documents"
    }
  }

  /// The table that holds the records.
  public var table: String { String(path.map { $0 == "-" ? "_" : $0 }) }

  /// The noun of the `hub` command: `hub action …`.
  public var noun: String {
    switch self {
    case .agendaItem: "item"
    case .standingItem: "standing"
    case .meetingSeries: "series"
    case .itemNotes: "notes"
    case .actionItem: "action"
    case .fundingStrategy: "strategy"
    case .fundingDecision: "funding"
    case .activityReport: "report"
    case .knowledgeItem: "knowledge"
    default: rawValue
    }
  }

  /// Whether a record of this type takes the number of its meeting instead of the next free one.
  public var sharesNumberWithMeeting: Bool { self == .agenda || self == .minutes }

  /// Its place among the types. (Two types are compared and hashed many times for each answer; as
  /// raw values they would be so letter by letter.)
  fileprivate var place: UInt8 {
    switch self {
    case .network: 0
    case .organization: 1
    case .person: 2
    case .body: 3
    case .membership: 4
    case .meeting: 5
    case .agenda: 6
    case .agendaItem: 7
    case .consideration: 8
    case .attendance: 9
    case .minutes: 10
    case .itemNotes: 11
    case .decision: 12
    case .actionItem: 13
    case .recommendation: 14
    case .fundingStrategy: 15
    case .fundingDecision: 16
    case .basis: 17
    case .agreement: 18
    case .amendment: 19
    case .activityReport: 20
    case .knowledgeItem: 21
    case .standingItem: 22
    case .meetingSeries: 23
    case .document: 24
    }
  }

  public static func == (a: RecordType, b: RecordType) -> Bool { a.place == b.place }

  /// In the order of their prefixes, in which people look references up.
  public static func < (a: RecordType, b: RecordType) -> Bool { a.letters < b.letters }

  public func hash(into hasher: inout Hasher) { hasher.combine(place) }

  private static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The type with this word. (The form that the compiler makes compares with one after another.)
  public init?(rawValue word: String) {
    guard let type = Self.byWord[word] else { return nil }
    self = type
  }

  static let byPrefix = Dictionary(uniqueKeysWithValues: allCases.map { ($0.prefix, $0) })

  /// The type with these letters, in either case; nil if there is none.
  public init?(prefix: some StringProtocol) {
    guard let type = Self.byPrefix[prefix.uppercased()] else { return nil }
    self = type
  }
}

extension RecordType {
  /// A prefix in ASCII; 0 where it has no second letter.
  typealias Letters = (first: UInt8, second: UInt8)

  private static let every = allCases.sorted { $0.place < $1.place }
  private static let everyLetters = every.map { type -> Letters in
    let letters = Array(type.prefix.utf8)
    return (letters[0], letters.count > 1 ? letters[1] : 0)
  }

  var letters: Letters { Self.everyLetters[Int(place)] }

  /// The type with these capital letters.
  init?(letters: Letters) {
    guard let place = Self.everyLetters.firstIndex(where: { $0 == letters }) else { return nil }
    self = Self.every[place]
  }

  private static let words = allCases.map { (word: Array($0.rawValue.utf8), type: $0) }

  /// The type of a word's bytes, without making a text of them.
  public init?(word: UnsafeBufferPointer<UInt8>) {
    for (known, type) in Self.words where known.count == word.count {
      if known.elementsEqual(word) {
        self = type
        return
      }
    }
    return nil
  }
}
