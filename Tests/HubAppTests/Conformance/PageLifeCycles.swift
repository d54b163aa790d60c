import HubModel

/// The life cycles as the product page has them, written down again: state names and arrows,
/// independent of the code that carries them out.
///
/// A line is a chain of steps: `a > b > c`, with several states where a step begins (`a b > c`).
/// `pub` after a state says that the step releases the record, `why` that it wants a reason.
enum PageLifeCycles {
  /// What the page says.
  static let page: [String: [String]] = [
    "meeting": [
      "scheduled > convened > inSession > held", "scheduled > inSession why",
      "scheduled convened > postponed why", "postponed > scheduled",
      "scheduled convened postponed > cancelled why", "scheduled > held",
    ],
    "agenda": [
      "draft > circulated > published pub > revised pub > closed", "revised > revised pub",
      "published > closed",
    ],
    "agendaItem": [
      "planned > dealtWith", "planned > deferred", "planned > notReached",
      "planned > withdrawn why",
    ],
    "minutes": [
      "drafting > corrections > approved > published pub > corrected pub why",
      "corrections > drafting why", "approved > withheld why", "withheld > published pub",
      "corrected > corrected pub why",
    ],
    "actionItem": [
      "open > inProgress > done > verified", "open > done", "done > open why",
      "open inProgress > blocked why", "blocked > inProgress",
      "open inProgress blocked > cancelled why",
    ],
    "recommendation": [
      "draft > inReview > tabled > adopted pub > transmitted pub > followUp > closed",
      "transmitted > closed", "closed > followUp why", "tabled > deferred > tabled",
      "tabled > referred > tabled", "inReview > draft why", "tabled > notAdopted why",
      "draft inReview tabled deferred referred adopted transmitted > withdrawn why",
      "draft inReview tabled deferred referred adopted transmitted followUp > superseded",
      "draft inReview tabled deferred referred adopted transmitted followUp > merged",
      "draft inReview tabled deferred referred adopted transmitted followUp > split",
    ],
    "response": [
      "awaiting > acknowledged > drafting > inValidation > responded pub",
      "inValidation > drafting why",
    ],
    "commitment": [
      "planned > inProgress > delivered > verified", "planned inProgress > delayed why",
      "delayed > inProgress", "planned inProgress delayed > cancelled why",
    ],
    "fundingStrategy": ["draft > consulted > adopted pub > closed"],
    "fundingDecision": [
      "proposed > underConsideration > approved > announced pub",
      "underConsideration > approvedWithChanges > announced pub",
      "underConsideration > declined why", "declined > announced pub",
      "underConsideration > deferred > underConsideration",
      "announced > inEffect > completed", "inEffect > terminated why",
      "inEffect > rescinded why",
    ],
    "callForProposals": ["draft > open pub > closed > selected pub"],
    "proposal": [
      "received > eligible > selected", "eligible > declined", "received eligible > withdrawn",
    ],
    "basis": ["asserted > confirmed"],
    "agreement": ["proposed > signed > active > completed", "active > terminated why"],
    "knowledgeItem": ["draft > reviewed > published pub > archived why"],
  ]

  /// What the code adds to the page, each for a reason.
  static let added: [String: [String]] = [
    "standingItem": ["standing > retired > standing"],
    "meetingSeries": ["running > ended > running"],
    "document": ["kept > withdrawn why", "withdrawn > kept why"],
    // A convened meeting is recorded as held too, when nobody opened it on the day.
    "meeting": ["convened > held"],
    // A small body publishes without passing its draft around.
    "agenda": ["draft > published pub"],
    // What was marked in the heat of a meeting can be undone.
    "agendaItem": ["dealtWith deferred notReached withdrawn > planned why"],
    // Nothing is deleted: what was put down by mistake is taken back, and can be put back.
    "consideration": ["listed > withdrawn > listed"],
    "attendance": ["recorded > withdrawn > recorded"],
    "decision": ["recorded > withdrawn why", "withdrawn > recorded why"],
    // A signed agreement can fall through before it begins.
    "agreement": ["signed > terminated why"],
    // A reviewer hands a sheet back.
    "knowledgeItem": ["reviewed > draft why"],
  ]

  /// How widely a record may be seen at most before it is released, by its state.
  static let ceilings: [String: [String: Visibility]] = [
    "agenda": ["draft": .inCamera, "circulated": .body],
    "minutes": [
      "drafting": .inCamera, "corrections": .body, "approved": .body, "withheld": .body,
    ],
    "recommendation": [
      "draft": .body, "inReview": .body, "tabled": .body, "deferred": .body, "referred": .body,
      "notAdopted": .body,
    ],
    "fundingStrategy": ["draft": .private, "consulted": .network],
    "agreement": ["proposed": .private],
    "knowledgeItem": ["draft": .inCamera, "reviewed": .network],
  ]

  /// One step from a state to another.
  struct Arrow: Hashable, Comparable, CustomStringConvertible {
    var from: String
    var to: String
    var publishes = false
    var needsReason = false

    var description: String {
      "\(from) > \(to)\(publishes ? " pub" : "")\(needsReason ? " why" : "")"
    }

    static func < (a: Arrow, b: Arrow) -> Bool { a.description < b.description }
  }

  /// The steps that the page and what is added to it have for a kind of record; nil when neither
  /// says a word about it.
  static func arrows(of type: RecordType) -> Set<Arrow>? {
    let lines = (page[type.rawValue] ?? []) + (added[type.rawValue] ?? [])
    return lines.isEmpty ? nil : Set(lines.flatMap(steps))
  }

  private static func steps(_ line: String) -> [Arrow] {
    var arrows: [Arrow] = []
    var before: [String] = []
    for part in line.split(separator: ">") {
      var words = part.split(separator: " ").map(String.init)
      let marks = Set(words).intersection(["pub", "why"])
      words.removeAll { marks.contains($0) }
      arrows += before.map {
        Arrow(
          from: $0, to: words[0], publishes: marks.contains("pub"),
          needsReason: marks.contains("why"))
      }
      before = words
    }
    return arrows
  }
}
