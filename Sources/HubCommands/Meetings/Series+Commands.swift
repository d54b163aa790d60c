import HubConsole
import HubModel
import HubText
import HubWords

/// A series is told before it is made, and its meetings follow it only when somebody says so.
enum SeriesCommands {
  static let all: [Command] = [add, schedule]

  private static let shared = SubjectCommands<MeetingSeries>().all.first { $0.verb == "add" }

  /// Shows the dates, and makes the series with its meetings: all of it or nothing.
  private static let add = Command(
    "series", "add", options: (shared?.options ?? []) + [Option("dry-run", .flag), .yes],
    examples: [
      Example(
        "hub series add --body B-1 --title-en \"Housing table\" --title-fr \"Table du logement\""
          + " --weekday tuesday --every 2 --hour 18:00 --starts today --times 6",
        "example.seriesWeekly"),
      Example(
        "hub series add --body B-1 --title-en \"Thursdays\" --title-fr \"Jeudis\" --rhythm third"
          + " --weekday thursday --hour \"18 h\" --starts today --ends +6m --dry-run",
        "example.seriesMonthly"),
    ],
    purpose: "command.any.add", purposeNames: ["type": "type.meetingSeries"],
    labels: shared?.labels ?? [:]
  ) { call in
    let fields = FieldOptions(
      MeetingSeries.fieldSummaries.filter { !$0.traits.contains(.system) }, of: .meetingSeries,
      needed: [])
    var members = try fields.body(of: call)
    for name in ["visibility", "network"] {
      let value = call.text(name) ?? call.reference(name)?.description
      if let value { members.append(.init(name: name, value: .string(value))) }
    }
    let operations: [JSON] = [
      ["method": "POST", "path": "/meeting-series", "name": "series", "body": .object(members)],
      ["method": "POST", "path": "/meeting-series/$series/meetings", "body": [:]],
    ]
    if call.flag("dry-run") { return try SeriesDates(members, call).tell() }
    try call.confirm {
      let dates = try SeriesDates(members, call)
      dates.list()
      return call.words("confirm.series", ["count": String(dates.count)])
    }
    let answers = try send(operations, in: call)
    if call.globals.json { return call.write(answers[0].written()) }
    call.say(
      call.words(
        "done.added",
        ["ref": answers[0]["ref"]?.string ?? "", "type": call.words.type(.meetingSeries)]))
    tell(answers[1], isDry: false, in: call)
  }

  private static let schedule = Command(
    "series", "schedule", arguments: [Argument("reference", .reference([.meetingSeries]))],
    options: [Option("dry-run", .flag)],
    examples: [Example("hub series schedule MS-1 --dry-run", "example.seriesSchedule")]
  ) { call in
    let ref = try call.requiredReference("reference")
    let answer = try call.client().json(
      "POST", "/meeting-series/\(ref)/meetings",
      query: [("dryRun", String(call.flag("dry-run")))], body: [:])
    if call.globals.json { return call.write(answer.written()) }
    tell(answer, isDry: call.flag("dry-run"), in: call)
  }

  private static func send(_ operations: [JSON], in call: Invocation) throws -> [JSON] {
    let answer = try call.client().send(
      method: "POST", path: "/batch", query: [],
      headers: [("Content-Type", "application/json")],
      body: JSON.object([.init(name: "operations", value: .array(operations))]).written())
    guard answer.status < 400 else {
      let whole = Failure(problem: answer)
      // Each about the series that is added.
      throw Failure(
        whole.status, whole.sentences,
        pointers: whole.pointers.map { pointer in
          pointer.split(separator: "/").dropFirst(3).map { "/" + $0 }.joined()
        })
    }
    return (try JSON(parsing: answer.body)["answers"]?.array ?? []).map { $0["body"] ?? .null }
  }

  private static func tell(_ answer: JSON, isDry: Bool, in call: Invocation) {
    let words = call.words
    var table = Table([
      .init(words("import.what")), .init(words("column.reference"), fixed: true),
      .init(Clocks.heading(call), main: true),
    ])
    for meeting in answer["meetings"]?.array ?? [] {
      table.row(
        Styled(words("deed.\(meeting["does"]?.string ?? "")")),
        Styled(meeting["ref"]?.string ?? ""), Styled(Clocks.text(meeting["startsAt"], call) ?? ""))
    }
    if table.isEmpty { return call.say(words("series.noMeetings")) }
    call.show(table)
    if isDry { call.say(words("series.wouldDo")) }
  }
}
