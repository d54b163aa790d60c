package import HubModel

extension Attendance: Stored {
  package static let table = RecordTable<Attendance>()

  package mutating func settle(from former: Attendance?, in writing: Writing) throws -> [Fault] {
    _ = try writing.place(&self, at: meeting, \.body)
    return []
  }

  package func follow(_ former: Attendance?, in writing: Writing) throws {
    try writing.touch(ID<Minutes>(meeting.number))
  }
}
