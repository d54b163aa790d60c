package import HubModel

extension Attendance: Stored {
  package static let table = RecordTable<Attendance>()

  package mutating func settle(from former: Attendance?, in writing: Writing) throws -> [Fault] {
    _ = try writing.place(&self, at: meeting, \.body)
    if let former, writing.isSame(self, former) { return [] }
    return try writing.lockFaults(meeting)
  }

  package func narrowest(in writing: Writing) throws -> Visibility {
    try writing.load(meeting)?.header.visibility ?? .public
  }

  package func follow(_ former: Attendance?, in writing: Writing) throws {
    try writing.touch(ID<Minutes>(meeting.number))
  }
}
