import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// Who was at a meeting, for several people at once; what was recorded of somebody stays as it is.
enum AttendanceCommands {
  static let all: [Command] = [add, everybody]

  private static let shared = SubjectCommands<Attendance>().all.first { $0.verb == "add" }

  /// For several people after their meeting; by its options alone as everything is added.
  private static let add = Command(
    "attendance", "add",
    arguments: [
      Argument("reference", .reference([.meeting]), optional: true),
      Argument("people", .person, optional: true, repeated: true),
    ],
    options: (shared?.options ?? []) + [Option("absent", .flag), Option("excused", .flag)],
    examples: (shared?.examples ?? []) + [
      Example(
        "hub attendance add M-3 @facilitator @chair --excused", "example.attendanceOfSeveral"),
      Example(
        """
        hub attendance add M-3 --name "Jane Roe" --function Director \
        --organization-name "Ministry of Labour" --guest yes
        """, "example.attendanceByName"),
      Example(
        "hub attendance add M-3 --count 60 --approximate yes --stakeholder-group worker",
        "example.attendanceCounted"),
    ],
    purpose: "command.any.add", purposeNames: ["type": "type.attendance"],
    labels: shared?.labels ?? [:]
  ) { call in
    guard let meeting = call.reference("reference") else { return try shared?.run(call) ?? () }
    let people = call.values.references("people")
    let body = try extra(of: call)
    let given = own.options.map(\.name).filter { call.values.has($0) }
    guard !people.isEmpty else {
      guard !given.isEmpty else {
        throw WrongUsage("usage.argumentMissing", ["name": call.words("metavariable.handle")])
      }
      return try recordUnnamed(at: meeting, in: call, body: try own.body(of: call) + body)
    }
    if let option = given.first { throw WrongUsage("usage.notOfPeople", ["option": "--\(option)"]) }
    try record(people, at: meeting, in: call, body: body)
  }

  /// What is said of somebody without an account, or of people who were counted.
  private static let own = FieldOptions(
    Attendance.fieldSummaries.filter {
      [
        "name", "function", "organizationName", "count", "approximate", "stakeholderGroup",
        "region",
        "regionNames",
      ].contains($0.name)
    }, of: .attendance)

  private static func recordUnnamed(
    at meeting: Reference, in call: Invocation, body: [JSON.Member]
  ) throws {
    let members = [JSON.Member(name: "meeting", value: .string(meeting.description))] + body
    let answer = try call.client().ask("POST", "/attendance", body: .object(members))
    if call.globals.json { return call.write(answer.body) }
    let record = try JSON(parsing: answer.body)
    try tell(record, "attendance.recorded", in: call)
    guard let name = record["name"]?.string else { return }
    for account in try Namesakes(call).all([.person], for: name) where account.isCalled(name) {
      call.say(call.words("attendance.hasAccount", ["name": name, "account": account.text]))
    }
  }

  private static let everybody = Command(
    "attendance", "all", arguments: [Argument("reference", .reference([.meeting]))],
    options: [Option("except", .person, repeated: true), Option("remote", .flag)],
    examples: [
      Example("hub attendance all M-3 --except @facilitator", "example.attendanceOfAll")
    ]
  ) { call in
    let meeting = try call.requiredReference("reference")
    let except = Set(call.values.references("except"))
    let people = try members(of: meeting, in: call)
    let strangers = except.subtracting(people)
    if let stranger = strangers.sorted().first {
      throw Failure(
        .refused,
        [call.words("attendance.noMember", ["person": try named(stranger, in: call)])])
    }
    try record(
      people.filter { !except.contains($0) }, at: meeting, in: call,
      body: call.flag("remote") ? [.init(name: "remote", value: true)] : [])
  }

  /// Those who were members of the body on the day of the meeting, in whatever role.
  private static func members(of meeting: Reference, in call: Invocation) throws -> [Reference] {
    let record = try call.client().json("GET", "/meetings/\(meeting)")
    let zone = TimeZone(identifier: record["timeZone"]?.string ?? "") ?? .gmt
    guard let body = record["body"]?.string,
      let day = record["startsAt"]?.string.flatMap({ Moment($0) })?.local(in: zone).day
    else { return [] }
    var people: [Reference] = []
    for membership in try RecordPages.all("/memberships", [("body", body)], in: call) {
      guard let person = membership["person"]?.string.flatMap({ Reference($0) }),
        let first = membership["startsOn"]?.string.flatMap({ Day($0) }), first <= day,
        membership["endsOn"]?.string.flatMap({ Day($0) }).map({ day <= $0 }) ?? true,
        !people.contains(person)
      else { continue }
      people.append(person)
    }
    return people
  }

  /// Records those of whom nothing is recorded yet: all of them or none.
  private static func record(
    _ people: [Reference], at meeting: Reference, in call: Invocation, body: [JSON.Member]
  ) throws {
    let there = try RecordPages.all(
      "/attendance", [("meeting", meeting.description)], in: call)
    let known = Dictionary(
      there.compactMap { record in
        (record["person"]?.string.flatMap { Reference($0) }).map { ($0, record) }
      }, uniquingKeysWith: { first, _ in first })
    var writes = RecordWrites()
    var told: Set<Reference> = []
    let new = people.filter { known[$0] == nil && told.insert($0).inserted }
    for person in new {
      let members: [JSON.Member] =
        [
          .init(name: "meeting", value: .string(meeting.description)),
          .init(name: "person", value: .string(person.description)),
        ] + body
      writes.add(
        .init(
          reference: person.description, method: "POST", path: "/attendance",
          body: .object(members)))
    }
    let records = new.isEmpty ? [] : try writes.send(in: call)
    if call.globals.json { return call.write(JSON.array(records).written()) }
    for record in records { try tell(record, "attendance.recorded", in: call) }
    for person in people where known[person] != nil {
      try tell(known[person] ?? .null, "attendance.leftAsItIs", in: call)
    }
  }

  private static func tell(_ record: JSON, _ key: String, in call: Invocation) throws {
    let person = record["person"]?.string.flatMap { Reference($0) }
    let isGuest = record["guest"]?.bool == true
    let presence =
      isGuest
      ? call.words("attendance.guest")
      : call.words.choice(record["presence"]?.string ?? "", field: "presence", of: .attendance)
    call.say(
      call.words(
        key,
        [
          "person": try person.map { try named($0, in: call) } ?? unnamed(record, call.words),
          "presence": presence.lowercased(),
        ]))
  }

  /// `Jane Roe (Director, Ministry of Labour)`, `about 60 · Worker · Okanagan`.
  private static func unnamed(_ record: JSON, _ words: Words) -> String {
    if let name = record["name"]?.string {
      return ParticipantByName(
        name, function: record["function"]?.string,
        organization: record["organizationName"]?.string
      ).said
    }
    let text = FieldText(words: words, names: nil)
    let fields = Attendance.fieldSummaries.filter {
      ["count", "stakeholderGroup", "region", "regionNames"].contains($0.name)
    }
    return fields.map { text.text(record[$0.name], $0, of: .attendance, in: record) }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// `Rosa Exemplar (@rosa)`.
  private static func named(_ person: Reference, in call: Invocation) throws -> String {
    try FieldEcho(.attendance, call).named(person.description, .null)
  }

  /// What the options say of all of them.
  private static func extra(of call: Invocation) throws -> [JSON.Member] {
    let flags = ["absent", "excused"].filter { call.flag($0) }
    let fields = FieldOptions(
      Attendance.fieldSummaries.filter { ["presence", "remote", "guest"].contains($0.name) },
      of: .attendance)
    let members = try fields.body(of: call)
    guard flags.count + (members.contains { $0.name == "presence" } ? 1 : 0) <= 1 else {
      throw WrongUsage("usage.presenceTwice")
    }
    return members + flags.map { .init(name: "presence", value: .string($0)) }
  }
}
