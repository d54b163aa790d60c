package import HubModel
import HubSQL

extension Attendance: Stored {
  package static let table = RecordTable<Attendance>()

  /// No matter of the body's: that says how widely what it deals with is seen.
  package func usualVisibility(in writing: Writing) throws -> Visibility { Self.defaultVisibility }

  package mutating func settle(from former: Attendance?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    let meeting = try writing.place(&self, at: meeting, \.body)
    if let former, writing.isSame(self, former) { return [] }
    if let meeting, let day = meeting.day, former.map(cameOtherwise(than:)) ?? true {
      for (moment, name) in [(arrivedAt, "arrivedAt"), (leftAt, "leftAt")] {
        if let moment, moment.local(in: meeting.zone).day < day {
          return [Fault("beforeMeetingDay", at: "/\(name)", ["day": day.description])]
        }
      }
    }
    return try writing.lockFaults(self.meeting, on: occasion)
  }

  private func cameOtherwise(than former: Attendance) -> Bool {
    (former.arrivedAt, former.leftAt) != (arrivedAt, leftAt)
  }

  package func isSaidAlready(in reading: Reading) throws -> Bool {
    guard let person else { return false }
    return try reading.connection.first(
      """
      SELECT 1 FROM attendance WHERE meeting = \(meeting.number) AND person = \(person.number) \
      AND number <> \(header.number)
      """
    ) { _ in true } ?? false
  }

  package func follow(_ former: Attendance?, on occasion: Occasion, in writing: Writing) throws {
    try writing.touch(ID<Minutes>(meeting.number), by: self, former, on: occasion)
  }
}
