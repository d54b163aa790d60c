package import HubModel

extension Consideration: Stored {
  package static let table = RecordTable<Consideration>()

  package mutating func settle(
    from former: Consideration?, on occasion: Occasion, in writing: Writing
  ) throws
    -> [Fault]
  {
    guard let item = try writing.place(&self, under: item) else { return [] }
    body = item.body
    if position == 0 {
      position = try writing.papers(of: item.meeting).count { $0.item == item.id } + 1
    }
    if let former, writing.isSame(self, former) { return [] }
    return try writing.lockFaults(item.meeting, on: occasion)
  }

  package func follow(_ former: Consideration?, on occasion: Occasion, in writing: Writing) throws {
    guard let item = try writing.load(item) else { return }
    try writing.touch(ID<Agenda>(item.meeting.number), by: self, former, on: occasion)
  }
}
