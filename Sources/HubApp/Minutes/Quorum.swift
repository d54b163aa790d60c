import HubModel
import HubText

/// How many voting members a body needs, and how many were there.
struct Quorum: Sendable, Hashable {
  let needed: Int
  let present: Int
  var isMet: Bool { present >= needed }

  /// nil for a body without a quorum, and for a meeting of which nobody said who was there.
  static func of(_ meeting: Meeting, in reading: Reading) throws -> Quorum? {
    guard let needed = try reading.load(meeting.body)?.quorum,
      try !reading.attendance(at: meeting.id).isEmpty
    else { return nil }
    return Quorum(needed: needed, present: try reading.votingMembersPresent(at: meeting))
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("needed", needed)
    writer.member("present", present)
    writer.key("met")
    writer.bool(isMet)
    writer.endObject()
  }
}
