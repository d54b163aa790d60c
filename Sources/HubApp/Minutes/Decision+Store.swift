package import HubModel

extension Decision: Stored {
  package static let table = RecordTable<Decision>()

  package mutating func settle(from former: Decision?, in writing: Writing) throws -> [Fault] {
    guard let item = try writing.place(&self, under: item) else { return [] }
    body = item.body
    takenOn = try writing.load(item.meeting)?.day
    guard let former else {
      provisional = try writing.isProvisional(item.meeting)
      return try writing.lockFaults(item.meeting)
    }
    guard (former.text, former.method, former.votes) != (text, method, votes) else { return [] }
    return try writing.lockFaults(item.meeting)
  }
}
