import HubModel
import HubText
import HubWords

/// What was understood of who was at a meeting, told back line by line as a file has it.
struct AttendanceAccount {
  private var lines: [(record: Attendance, fate: MinutesPlan.OutcomeFate)] = []
  private var counts = AttendancePlan()
  private var handles: [ID<Person>: String] = [:]
  /// The accounts of people who have the name of a participant without one.
  private var accounts: [String: String] = [:]
  private var hours: MeetingHours?

  init() {}

  init(_ plan: AttendancePlan, _ file: MinutesFile) {
    counts = plan
    lines =
      plan.added.map { ($0, .created) } + plan.changed.map { ($0.record, .updated) }
      + plan.removed.map { ($0, .removed) }
    handles = file.records?.handles ?? [:]
    for (handle, person) in file.people { handles[person] = handle }
    accounts = file.accounts
    hours = file.records.map { MeetingHours($0.meeting) }
  }

  /// `{"added": 2, …, "lines": [{"said": "Jane Roe (Director)", "presence": "present", …}]}`
  func write(to writer: inout JSONWriter, _ words: Words) {
    writer.beginObject()
    writer.member("added", counts.added.count)
    writer.member("changed", counts.changed.count)
    writer.member("removed", counts.removed.count)
    writer.key("lines")
    writer.beginArray()
    for (record, fate) in lines {
      writer.beginObject()
      writer.member("said", said(record, words))
      writer.member("presence", record.presence.rawValue)
      writer.key("guest")
      writer.bool(record.guest)
      writer.member("fate", fate.rawValue)
      writer.key("account")
      let account = fate == .removed ? nil : record.name.flatMap { accounts[$0] }
      if let account { writer.string("@" + account) } else { writer.null() }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private func said(_ record: Attendance, _ words: Words) -> String {
    if let count = record.headcount { return count.written(in: words.language) }
    var said = [record.participant?.said ?? record.person.map(named) ?? ""]
    if record.remote { said.append(words("export.remotely")) }
    for (moment, key) in [(record.arrivedAt, "export.arrived"), (record.leftAt, "export.left")] {
      guard let moment, let hour = hours?.told(moment, in: words.language) else { continue }
      said.append(words(key, ["hour": hour]))
    }
    if let holder = record.proxyName ?? record.proxy.map(named) {
      said.append(words("export.representedBy", ["name": holder]))
    }
    return said.joined(separator: " · ")
  }

  private func named(_ person: ID<Person>) -> String {
    handles[person].map { "@" + $0 } ?? person.description
  }

  /// How the document of the API describes it.
  static var schema: JSON {
    let line = JSONSchema.object([
      ("said", JSONSchema.text),
      ("presence", JSONSchema.word(of: Presence.allCases.map(\.rawValue))),
      ("guest", JSONSchema.flag),
      ("fate", JSONSchema.word(of: MinutesPlan.OutcomeFate.allCases.map(\.rawValue))),
      ("account", JSONSchema.nullable(JSONSchema.text)),
    ])
    return JSONSchema.object(
      ["added", "changed", "removed"].map { ($0, JSONSchema.count) }
        + [("lines", JSONSchema.list(of: line))])
  }
}
