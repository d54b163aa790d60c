package import HubModel

extension Attendance: Stored {
  package static let table = RecordTable<Attendance>()

  package mutating func settle(from former: Attendance?, in writing: Writing) throws -> [Fault] {
    _ = try writing.place(&self, at: meeting, \.body)
    return []
  }
}
