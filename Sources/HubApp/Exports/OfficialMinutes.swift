import HubModel
import HubText
import HubWords

/// The minutes of a meeting as the body approves and signs them: who was there, and item by item what
/// was said, moved and concluded, in the order in which it was written.
struct OfficialMinutes: ExportModel {
  let head: MeetingHead
  let roll: AttendanceRoll
  let items: [ItemModel]
  let coverage: Coverage

  init(of meeting: ID<Meeting>, in reading: Reading) throws {
    let records = try MeetingRecords(of: meeting, in: reading)
    head = records.head
    // How many were there counts people whose attendance may be hidden from the reader.
    let tellsQuorum = try records.isInsider || records.seesAllAttendance(in: reading)
    roll = records.roll(
      quorum: tellsQuorum ? try Quorum.of(records.meeting, in: reading) : nil)
    items = records.itemModels
    var coverage = records.coverage
    coverage.add(records.attendees)
    self.coverage = coverage
  }

  var document: ExportDocument {
    head.document(
      .type(.minutes), coverage, facts: times + approval, banners: isDraft ? [draft] : [],
      sections: [
        roll.section,
        .init(
          anchor: "items", title: .words("export.program"),
          blocks: items.isEmpty
            ? [.note(.words("export.noItems"))] : items.map { .section($0.section()) }),
        .init(
          anchor: "signatures", title: .words("export.signatures"),
          blocks: [
            .line(.init(.words("export.signChair"))), .line(.init(.words("export.signSecretary"))),
          ]),
      ])
  }

  var json: JSON {
    .object(
      head.members(kind: "minutes", coverage) + [
        JSON.Member(name: "calledToOrderAt", value: (said?.calledToOrderAt?.description).json),
        JSON.Member(name: "adjournedAt", value: (said?.adjournedAt?.description).json),
        JSON.Member(name: "nextMeetingOn", value: (said?.nextMeetingOn).json),
        JSON.Member(name: "nextMeetingHour", value: (said?.nextMeetingHour).json),
        JSON.Member(name: "attendance", value: roll.json),
        JSON.Member(name: "items", value: .array(items.map(\.json))),
      ])
  }

  /// Whether the body has not approved them: what they say may still change.
  private var isDraft: Bool { !(head.minutes?.isApproved ?? false) }

  private var draft: ExportDocument.Banner {
    .init(
      tone: .provisional, title: .words("export.draftMinutes"),
      text: .words("export.draftMinutesText"))
  }

  private var said: MinutesTimes? { head.minutes?.times }

  /// When the meeting was called to order and adjourned, and when the next one is.
  private var times: [ExportDocument.Fact] {
    guard let said else { return [] }
    let (start, end) = (head.hours(said.calledToOrderAt), head.hours(said.adjournedAt))
    let next = said.nextMeeting.map { next in LocalizedText.each { next.told(in: $0.language) } }
    let facts = [("calledToOrderAt", start), ("adjournedAt", end), ("nextMeetingOn", next)]
    return facts.compactMap { field, value in
      value.map { .init(label: .field(field, of: .minutes), value: .init($0)) }
    }
  }

  private var approval: [ExportDocument.Fact] {
    guard let item = head.minutes?.approvedAt else { return [] }
    return [.init(label: .field("approvedAt", of: .minutes), value: .init(item))]
  }
}

/// The agenda of a meeting as it is printed and sent: what each item is for, how long it takes, who
/// presents it, and what lies before it.
struct OfficialAgenda: ExportModel {
  let head: MeetingHead
  let items: [ItemModel]
  let coverage: Coverage

  /// - Throws: `Refusal.notFound` where the caller may not see the agenda.
  init(of meeting: ID<Meeting>, in reading: Reading) throws {
    guard try reading.maySee(Reference(.agenda, meeting.number)) else {
      throw Refusal.notFound(meeting.description)
    }
    let records = try MeetingRecords(of: meeting, asPlanned: true, in: reading)
    head = records.head
    items = records.itemModels.map(\.asPlanned)
    coverage = records.coverage
  }

  var document: ExportDocument {
    var sections = [head.opening].compactMap(\.self)
    sections.append(
      .init(
        anchor: "items", title: .words("export.program"),
        blocks: items.isEmpty
          ? [.note(.words("export.noItems"))] : items.map { .section($0.section()) }))
    return head.document(.type(.agenda), coverage, sections: sections)
  }

  var json: JSON {
    .object(
      head.members(kind: "agenda", coverage) + [
        JSON.Member(name: "items", value: .array(items.map(\.json)))
      ])
  }
}
