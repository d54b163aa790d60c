import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// What is particular to meetings: one that is put off mostly has its new day already.
enum MeetingCommands {
  static let all: [Command] = [call, cancel, postpone, reschedule]

  private static let meetings = [
    Argument("reference", .reference([.meeting]), repeated: true)
  ]

  private static let titles = [Option("title-en"), Option("title-fr")]

  private static let call = Command(
    "meeting", "call", arguments: [Argument("body", .reference([.body]))],
    options: [Option("to", .dayOrClock)] + titles,
    examples: [
      Example("hub meeting call B-1 --to \"+4w 13:30\"", "example.callMeeting")
    ],
    labels: Dictionary(uniqueKeysWithValues: titles.map { ($0.name, ["field.title"]) })
  ) { call in
    try MeetingCalling(call).run()
  }

  private static let shared = SubjectCommands<Meeting>().all.first { $0.verb == "cancel" }

  /// As every step is taken; and what waits for the next agenda is told.
  private static let cancel = Command(
    "meeting", "cancel", arguments: shared?.arguments ?? [], options: shared?.options ?? [],
    examples: [
      Example("hub meeting cancel M-3 --reason \"No quorum\"", "example.cancelMeeting")
    ], purpose: "verb.meeting.cancel"
  ) { call in
    try shared?.run(call)
    guard !call.globals.json, !call.globals.quiet else { return }
    for ref in RecordReference.all(.meeting, in: call) {
      try MeetingItems(try call.client().json("GET", "/meetings/\(ref)"), call).tellWaiting()
    }
  }

  private static func moved(_ meeting: JSON, _ call: Invocation) -> String {
    let state = meeting["state"]?.string ?? ""
    return call.words(
      "done.moved",
      [
        "ref": meeting["ref"]?.string ?? "",
        "state": call.words.state(state, of: .meeting).lowercased(),
      ])
  }

  private static let postpone = Command(
    "meeting", "postpone", arguments: meetings,
    options: [Option("reason", required: true), Option("to", .dayOrClock)],
    examples: [
      Example(
        "hub meeting postpone M-3 --to +2w --reason \"A storm is coming\"", "example.postpone")
    ], purpose: "verb.meeting.postpone"
  ) { call in
    try move(call, to: "postponed")
  }

  private static let reschedule = Command(
    "meeting", "reschedule", arguments: meetings,
    options: [Option("to", .dayOrClock), Option("reason")],
    examples: [
      Example("hub meeting reschedule M-3 --to \"2019-06-14 13:30\"", "example.rescheduleMeeting")
    ], purpose: "verb.meeting.reschedule"
  ) { call in
    try move(call, to: "scheduled")
  }

  /// Puts them off, sets the new time where one is given, and has them scheduled again: all of it
  /// or nothing.
  private static func move(_ call: Invocation, to state: String) throws {
    var writes = RecordWrites()
    var last: [Int] = []
    for ref in RecordReference.all(.meeting, in: call) {
      let step = { (state: String) -> JSON in
        let reason = call.text("reason").map { [JSON.Member(name: "reason", value: .string($0))] }
        return .object([.init(name: "to", value: .string(state))] + (reason ?? []))
      }
      let path = "/meetings/\(ref)"
      let time = try newTime(of: ref, in: call)
      var steps: [(method: String, path: String, body: JSON)] = []
      if state == "postponed" { steps.append(("POST", path + "/transitions", step("postponed"))) }
      if let time { steps.append(("PATCH", path, time)) }
      if state == "scheduled" || time != nil {
        steps.append(("POST", path + "/transitions", step("scheduled")))
      }
      for step in steps {
        writes.add(.init(reference: ref, method: step.method, path: step.path, body: step.body))
      }
      last.append((last.last ?? -1) + steps.count)
    }
    let answers = try writes.send(in: call)
    let meetings = last.map { answers[$0] }
    try writes.tell(meetings, in: call) { meeting in
      call.say(moved(meeting, call))
      guard call.values.has("to") else { return }
      try FieldEcho(.meeting, call).tell(
        ["startsAt", "endsAt"].map { .init(name: $0, value: .null) }, of: meeting)
      try MeetingItems(meeting, call).tellStaying()
    }
  }

  /// Beginning and end on the new day, at the hours of before unless one is said.
  private static func newTime(of ref: String, in call: Invocation) throws -> JSON? {
    guard call.values.has("to") else { return nil }
    let meeting = try call.client().json("GET", "/meetings/\(ref)")
    let zone = TimeZone(identifier: meeting["timeZone"]?.string ?? "") ?? .gmt
    guard let start = meeting["startsAt"]?.string.flatMap({ Moment($0) }),
      let end = meeting["endsAt"]?.string.flatMap({ Moment($0) })
    else { return nil }
    let former = start.local(in: zone)
    let new: Moment
    if let day = call.day("to") {
      new = Moment(day, minute: former.minute, in: zone)
    } else if case .local(let day, let minute)? = call.values.all("to", as: TypedMoment.self).last {
      new = Moment(day ?? former.day, minute: minute, in: zone)
    } else if case .exact(let moment)? = call.values.all("to", as: TypedMoment.self).last {
      new = moment
    } else {
      return nil
    }
    let minutes = Int((end.milliseconds - start.milliseconds) / 60_000)
    return [
      "startsAt": .string(new.description),
      "endsAt": .string(new.adding(minutes: minutes).description),
    ]
  }
}

extension ValueKind {
  /// A day, or a day and a time.
  static let dayOrClock = ValueKind("metavariable.day") { question throws(WrongUsage) in
    if let day = HumanDate.day(question.text, from: question.globals.today) { return day }
    return try TypedMoment.read(question)
  }
}
