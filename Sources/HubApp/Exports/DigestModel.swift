import HubModel
import HubText

/// What one meeting dealt with, item by item.
struct DigestModel: Sendable {
  let head: MeetingHead
  let participants: Participants
  /// Those of them whose names are shown.
  let names: [AttendanceRoll.Attendee]
  let items: [ItemModel]
  let coverage: Coverage

  init(of meeting: ID<Meeting>, in reading: Reading) throws {
    let records = try MeetingRecords(of: meeting, in: reading)
    head = records.head
    participants = records.participants
    items = records.itemModels
    names = records.namesPresent
    var coverage = records.coverage
    coverage.add(records.attendees)
    self.coverage = coverage
  }

  /// All that the meeting concluded, in the agenda's order.
  var outcomes: Outcomes { items.reduce(Outcomes()) { $0 + $1.outcomes } }
}

extension DigestModel: ExportModel {
  var json: JSON {
    .object(
      head.members(kind: "digest", coverage) + [
        JSON.Member(name: "participants", value: participants.json),
        JSON.Member(name: "names", value: .array(names.map(\.json))),
        JSON.Member(name: "items", value: .array(items.map(\.json))),
      ])
  }
}
