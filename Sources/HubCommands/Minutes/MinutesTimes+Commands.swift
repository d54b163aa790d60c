import HubConsole
import HubModel
import HubText
import HubWords

/// When a meeting was called to order and adjourned, and when the next one is: `hub minutes edit`
/// opens the whole of the minutes.
enum MinutesTimesCommands {
  static let all: [Command] = [times]

  private static let times = Command(
    "minutes", "times", arguments: [Argument("reference", .reference([.minutes, .meeting]))],
    options: fields.options,
    examples: [
      Example(
        "hub minutes times M-3 --called-to-order-at 9:05 --adjourned-at \"12:20 pm\"",
        "example.minutesTimes"),
      Example(
        "hub minutes times M-3 --next-meeting 2019-09-17 --next-meeting-hour \"13 h\"",
        "example.nextMeeting"),
    ], labels: fields.labels
  ) { call in
    let ref = try RecordReference.of(.minutes, in: call)
    let members = try fields.body(of: call)
    guard !members.isEmpty else { throw WrongUsage("usage.nothingToChange") }
    var writes = RecordWrites()
    writes.add(
      .init(
        reference: ref, method: "PATCH", path: "/minutes/\(ref)", body: .object(members)))
    try writes.tell(try writes.send(in: call), in: call) { record in
      call.say(
        call.words("minutes.saved", ["meeting": RecordReference.spoken(ref)]))
      try FieldEcho(.minutes, call).tell(members, of: record)
    }
  }

  private static let names = [
    "calledToOrderAt", "adjournedAt", "nextMeetingOn", "nextMeetingHour",
  ]

  private static var fields: FieldOptions {
    FieldOptions(Minutes.fieldSummaries.filter { names.contains($0.name) }, of: .minutes)
  }
}
