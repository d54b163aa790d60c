import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// What waits for the caller, over everything: each thing with the command that comes next.
struct Waiting {
  /// Why something waits, in the order in which it is shown.
  enum Kind: String, CaseIterable {
    case overdue, thisWeek, later
    case agendas, held, minutes, corrections
    case recommendations
    case upcoming
  }

  /// One thing that waits.
  struct Thing {
    let reference: String
    let title: String
    let day: Day?
    let command: String
  }

  private(set) var things: [Kind: [Thing]] = [:]
  private let call: Invocation
  private let text: FieldText

  init(_ call: Invocation) throws {
    self.call = call
    text = FieldText(words: call.words, names: nil)
    let me = try call.client().json("GET", "/me")
    try addActions()
    let meetings = try meetings()
    try addAgendas(meetings)
    try addMinutes(meetings)
    try addRecommendations()
    let bodies = (me["memberships"]?.array ?? []).compactMap { $0["body"]?.string }
    addMeetings(meetings, of: Set(bodies))
  }

  private func list(
    _ type: RecordType, _ query: [(name: String, value: String)]
  ) throws -> [JSON] {
    let limit = (name: "limit", value: "100")
    let page = try call.client().json("GET", "/\(type.path)", query: query + [limit])
    return page["items"]?.array ?? []
  }

  private mutating func add(_ kind: Kind, _ record: JSON, _ day: Day?, _ command: String) {
    let title = text.localized(record["title"])
    things[kind, default: []].append(
      Thing(reference: record["ref"]?.string ?? "", title: title, day: day, command: command))
  }

  private static func can(_ record: JSON, _ verb: String) -> Bool {
    (record["can"]?.array ?? []).contains { $0.string == verb }
  }

  private mutating func addActions() throws {
    let mine = [(name: "mine", value: "true"), ("open", "true"), ("sort", "dueOn")]
    for action in try list(.actionItem, mine) {
      let due = action["dueOn"]?.string.flatMap { Day($0) }
      let ref = action["ref"]?.string ?? ""
      let verb = ["done", "unblock", "start"].first { Self.can(action, $0) }
      let isLate = due.map { $0 < call.today } ?? false
      let isSoon = due.map { $0 <= call.today.adding(days: 7) } ?? false
      add(
        isLate ? .overdue : isSoon ? .thisWeek : .later, action, due,
        "hub action \(verb ?? "show") \(ref)")
    }
  }

  /// Those that are to come and those that have been and are not yet said to have been held, by
  /// their reference.
  private func meetings() throws -> [String: JSON] {
    let open = ["scheduled", "convened", "inSession", "held"].map { (name: "state", value: $0) }
    let found = try list(.meeting, open + [("sort", "-startsAt")])
    return Dictionary(found.map { ($0["ref"]?.string ?? "", $0) }) { first, _ in first }
  }

  private func day(_ meeting: JSON) -> Day? {
    guard let start = meeting["startsAt"]?.string.flatMap({ Moment($0) }) else { return nil }
    return start.local(in: meeting["timeZone"]?.string.flatMap { TimeZone(identifier: $0) } ?? .gmt)
      .day
  }

  private mutating func addAgendas(_ meetings: [String: JSON]) throws {
    for agenda in try list(.agenda, [("state", "draft"), ("state", "circulated")]) {
      guard Self.can(agenda, "publish"), let ref = agenda["meeting"]?.string,
        let meeting = meetings[ref], ["scheduled", "convened"].contains(meeting["state"]?.string),
        let day = day(meeting), day >= call.today
      else { continue }
      add(.agendas, meeting, day, "hub agenda publish \(ref)")
    }
  }

  private mutating func addMinutes(_ meetings: [String: JSON]) throws {
    let states = ["drafting", "corrections", "approved"].map { (name: "state", value: $0) }
    for minutes in try list(.minutes, states) {
      guard let ref = minutes["meeting"]?.string, let meeting = meetings[ref] else { continue }
      let next = ["circulate", "approve", "publish"].first { Self.can(minutes, $0) }
      if let next {
        add(.minutes, meeting, day(meeting), "hub minutes \(next) \(ref)")
      } else if minutes["state"]?.string == "corrections" {
        let until = minutes["correctionsUntil"]?.string.flatMap { Day($0) }
        add(.corrections, meeting, until, "hub minutes write \(ref)")
      }
    }
  }

  /// Each with the step that takes it on, as far as the caller may take it.
  private mutating func addRecommendations() throws {
    let steps: [(state: String, verb: String)] = [
      ("draft", "submit"), ("inReview", "table"), ("deferred", "table"), ("tabled", "adopt"),
      ("adopted", "transmit"),
    ]
    let states = steps.map { (name: "state", value: $0.state) }
    for recommendation in try list(.recommendation, states) {
      let state = recommendation["state"]?.string
      guard let step = steps.first(where: { $0.state == state }),
        Self.can(recommendation, step.verb)
      else { continue }
      let ref = recommendation["ref"]?.string ?? ""
      // What the step still needs is seen there.
      let verb = ["table", "transmit"].contains(step.verb) ? "show" : step.verb
      add(
        .recommendations, recommendation, recommendation["dueOn"]?.string.flatMap { Day($0) },
        "hub recommendation \(verb) \(ref)")
    }
  }

  private mutating func addMeetings(_ meetings: [String: JSON], of bodies: Set<String>) {
    let sorted = meetings.values.sorted {
      ($0["startsAt"]?.string ?? "", $0["ref"]?.string ?? "")
        < ($1["startsAt"]?.string ?? "", $1["ref"]?.string ?? "")
    }
    for meeting in sorted where bodies.isEmpty || bodies.contains(meeting["body"]?.string ?? "") {
      guard let day = day(meeting), meeting["state"]?.string != "held" else { continue }
      let ref = meeting["ref"]?.string ?? ""
      guard day < call.today else {
        add(.upcoming, meeting, day, "hub meeting show \(ref)")
        continue
      }
      let step = ["hold", "recordHeld"].first { Self.can(meeting, $0) }
      if let step { add(.held, meeting, day, "hub meeting \(Option.name(for: step)) \(ref)") }
    }
  }
}
