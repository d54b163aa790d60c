import HubConsole
import HubModel
import HubText
import HubWords

/// What is particular to action items: the list as a person reads it, and the two acts that only
/// those who plan may do.
enum ActionItemCommands {
  static let all: [Command] = [list, assign, reschedule]

  private static let filters = FilterOptions<ActionItem>()

  /// Open ones unless a state is asked for: overdue first, then this week's, then later ones.
  private static let list = Command(
    "action", "list",
    options: filters.options + [
      Option("sort", .order(of: .actionItem)), Option("limit", .number(1...ListPage.most)),
      Option("all", .flag),
    ],
    examples: [
      Example("hub action list --mine", "example.myActions"),
      Example("hub action list --overdue --body B-1", "example.overdueOfBody"),
      Example("hub action list --organization O-3", "example.actionsOfOrganization"),
    ], labels: filters.labels
  ) { call in
    var query = try filters.query(of: call)
    let wantsStates = call.flag("state") || call.flag("all")
    if !wantsStates, !query.contains(where: { ["open", "overdue", "dueSoon"].contains($0.name) }) {
      query.append(("open", "true"))
    }
    if call.text("sort") == nil { query.append(("sort", "dueOn")) }
    let answer = try call.client().ask("GET", "/action-items", query: query)
    if call.globals.json { return call.write(answer.body) }
    let page = try JSON(parsing: answer.body)
    ActionItemListing(page, call).show()
  }

  private static let assign = Command(
    "action", "assign",
    arguments: [
      Argument("reference", .reference([.actionItem]), repeated: true),
      Argument("person", .reference([.person, .organization])),
    ],
    options: [Option("with", .person, repeated: true)],
    examples: [
      Example("hub action assign A-3 @facilitator", "example.assign"),
      Example("hub action assign A-3 @facilitator --with @secretary", "example.assignSeveral"),
      Example("hub action assign A-3 O-3", "example.assignOrganization"),
    ], labels: ["with": ["option.assignWith"]]
  ) { call in
    let first = try call.requiredReference("person")
    let people = (first.type == .person ? [first] : []) + call.values.references("with")
    let others = people.dropFirst().map { JSON.string($0.description) }
    let change: JSON = [
      "assignee": people.first.map { .string($0.description) } ?? .null,
      "coAssignees": .array(others),
      "organization": first.type == .person ? .null : .string(first.description),
      "assigneeName": .null,
    ]
    try patch(call, change) { record in
      let all =
        [record["assignee"]] + (record["coAssignees"]?.array ?? [])
        + [record["organization"]]
      let names = try all.compactMap { try $0?.string.map { try named($0, record, call) } }
      return call.words(
        "action.assigned",
        ["ref": record["ref"]?.string ?? "", "person": names.joined(separator: ", ")])
    }
  }

  private static func named(
    _ reference: String, _ record: JSON, _ call: Invocation
  ) throws -> String { try FieldEcho(.actionItem, call).named(reference, record) }

  private static let reschedule = Command(
    "action", "reschedule",
    arguments: [
      Argument("reference", .reference([.actionItem]), repeated: true), Argument("day", .due),
    ],
    examples: [
      Example("hub action reschedule A-3 +2w", "example.reschedule"),
      Example("hub action reschedule A-3 \"next meeting\"", "example.rescheduleInWords"),
    ]
  ) { call in
    guard let due = call.text("day") else { return }
    try patch(call, ["due": .string(due)]) { record in
      let language = call.words.language
      let now = said(record, "dueOn", "due")
      let kept = said(record, "firstDueOn", "firstDue")
      let first = kept.isEmpty ? now : kept
      let isDays = now.due == nil && first.due == nil
      return call.words(
        isDays ? "action.rescheduled" : "action.rescheduledInWords",
        [
          "ref": record["ref"]?.string ?? "",
          "day": isDays ? now.day?.long(in: language) ?? "" : now.written(in: language),
          "first": isDays ? first.day?.long(in: language) ?? "" : first.written(in: language),
        ])
    }
  }

  private static func said(
    _ record: JSON, _ day: String, _ words: String
  ) -> ActionItem.DueSaid {
    .init(
      day: (record[day]?.string).flatMap { Day($0) },
      due: (record[words]?.string).flatMap { Due(code: $0) })
  }

  private static func patch(
    _ call: Invocation, _ change: JSON, _ sentence: (JSON) throws -> String
  ) throws {
    var writes = RecordWrites()
    for ref in RecordReference.all(.actionItem, in: call) {
      writes.add(
        .init(reference: ref, method: "PATCH", path: "/action-items/\(ref)", body: change))
    }
    try writes.tell(try writes.send(in: call), in: call) { call.say(try sentence($0)) }
  }
}
