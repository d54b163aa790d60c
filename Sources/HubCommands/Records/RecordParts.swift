import HubConsole
import HubModel
import HubText
import HubWords

/// What belongs to a record and is shown with it: the members of a body, the items of a meeting. Of
/// each kind a page is asked for, so that a record with many parts takes as many requests as one
/// with few.
struct RecordParts {
  /// A kind of part: the records of a type whose field names the whole.
  struct Part {
    let type: RecordType
    let field: String
    var more: [(name: String, value: String)] = []
  }

  /// How many of each kind are shown; the list of its own command shows the others.
  static let most = 20

  static let parts: [RecordType: [Part]] = [
    .body: [
      Part(type: .membership, field: "body", more: [("current", "true")]),
      Part(type: .standingItem, field: "body", more: [("state", "standing")]),
      Part(type: .meetingSeries, field: "body", more: [("state", "running")]),
    ],
    .person: [Part(type: .membership, field: "person", more: [("current", "true")])],
    .meeting: [
      Part(type: .agendaItem, field: "meeting", more: [("sort", "position")]),
      Part(type: .minutes, field: "meeting"),
    ],
    .agendaItem: [
      Part(type: .consideration, field: "item"), Part(type: .decision, field: "item"),
      Part(type: .actionItem, field: "item"), Part(type: .recommendation, field: "item"),
    ],
    .decision: [Part(type: .basis, field: "conclusion")],
    .recommendation: [
      Part(type: .consideration, field: "paper"), Part(type: .basis, field: "conclusion"),
    ],
    .fundingDecision: [
      Part(type: .basis, field: "fundingDecision"),
      Part(type: .agreement, field: "fundingDecision"),
    ],
    .agreement: [
      Part(type: .amendment, field: "agreement"), Part(type: .activityReport, field: "agreement"),
      Part(type: .agreement, field: "parent"),
    ],
  ]

  /// Those of a type, its documents last.
  static func of(_ type: RecordType) -> [Part] {
    // Among the papers of a meeting are those of its items, and of what they concluded.
    let documents = Part(
      type: .document, field: type == .meeting ? "meeting" : "subject",
      more: [("state", "kept"), ("sort", "ref")])
    return (parts[type] ?? []) + (Document.subjects.contains(type) ? [documents] : [])
  }

  let ref: String
  let call: Invocation

  func show(_ parts: [Part]) throws {
    for part in parts {
      let query = [(name: part.field, value: ref), (name: "limit", value: String(Self.most))]
      let page = try call.client().json("GET", "/\(part.type.path)", query: query + part.more)
      let items = page["items"]?.array ?? []
      guard !items.isEmpty else { continue }
      call.say("")
      let title = call.words.types(part.type)
      call.say(call.styled(title.prefix(1).uppercased() + title.dropFirst(), .heading))
      call.show(
        RecordListing(part.type, query: []).table(items, page["names"], call, without: part.field))
      if page["next"]?.string != nil {
        call.say(call.words("list.more", ["count": String(items.count)]))
      }
    }
  }
}
