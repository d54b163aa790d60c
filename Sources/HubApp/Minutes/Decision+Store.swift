package import HubModel

extension Decision: Stored {
  package static let table = RecordTable<Decision>()

  package mutating func settle(from former: Decision?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    guard let item = try writing.place(&self, under: item) else { return [] }
    body = item.body
    takenOn = try writing.load(item.meeting)?.day
    guard let former else {
      provisional = try writing.isProvisional(item.meeting)
      return try writing.lockFaults(item.meeting, on: occasion)
    }
    let isSame =
      (former.text, former.details, former.header.state) == (text, details, header.state)
      && (former.disposition, former.method, former.votes, former.castingVote)
        == (disposition, method, votes, castingVote)
    return isSame ? [] : try writing.lockFaults(item.meeting, on: occasion)
  }

  package func follow(_ former: Decision?, on occasion: Occasion, in writing: Writing) throws {
    try writing.touchMinutes(of: item, by: self, former, on: occasion)
  }
}
