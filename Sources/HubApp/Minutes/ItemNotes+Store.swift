package import HubModel

extension ItemNotes: Stored {
  package static let table = RecordTable<ItemNotes>()

  package mutating func settle(from former: ItemNotes?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    guard let item = try writing.place(&self, under: item) else { return [] }
    (meeting, body) = (item.meeting, item.body)
    guard let former else {
      draft =
        try writing.load(ID<Minutes>(meeting.number)).map {
          $0.header.state == Minutes.State.drafting.rawValue
        } ?? true
      if try !writing.notes(of: meeting).allSatisfy({ $0.item != item.id }) {
        throw Refusal.conflict(Fault("alreadyThere", ["type": Self.type.rawValue]))
      }
      return try writing.lockFaults(meeting, on: occasion)
    }
    let isSame =
      (former.notes, former.information, former.reviews) == (notes, information, reviews)
      && (former.recused, former.quorumLost, former.quorumLostAt)
        == (recused, quorumLost, quorumLostAt)
    if try isSame || writing.isLateTranslation(self, former, of: meeting) { return [] }
    return try writing.lockFaults(meeting, on: occasion)
  }

  package func follow(_ former: ItemNotes?, on occasion: Occasion, in writing: Writing) throws {
    try writing.noteTranslation(self, former, of: meeting, on: occasion)
    try writing.touch(ID<Minutes>(meeting.number), by: self, former, on: occasion)
  }
}
