package import HubModel

extension Agenda: Stored {
  package static let table = RecordTable<Agenda>()

  package mutating func settle(from former: Agenda?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    if former == nil { header.number = meeting.number }
    _ = try writing.place(&self, at: meeting, \.body)
    return []
  }

  /// Before it is published, everything that a reader needs must be there: all faults at once.
  package mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    guard transition.publishes else { return [] }
    edition += 1
    guard let meeting = try writing.load(meeting) else { return [] }
    let items = try writing.plannedItems(of: meeting.id)
    return try noteFaults(transition, on: occasion, in: writing)
      + AgendaRules.faults(meeting, items, in: writing)
  }

  /// Each revision says for itself why: the note of the one before does not count.
  private func noteFaults(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    guard transition.to == State.revised.rawValue, !occasion.contains(.agendaFile),
      let changeNote, try writing.load(id)?.changeNote == changeNote
    else { return [] }
    return [
      Fault("requiredFor", at: "/changeNote", ["field": "changeNote", "to": transition.to])
    ]
  }

  package func editionText(in writing: Writing) throws -> String {
    guard let meeting = try writing.load(meeting),
      let records = try AgendaRecords.of(meeting, in: writing)
    else { return "" }
    var document = records.document
    document.body = try writing.load(meeting.body)?.name.best(.en)
    return document.written(in: .en)
  }

  /// Publishing releases the items, calls the meeting and freezes the edition.
  package func finish(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws {
    guard transition.publishes, let meeting = try writing.load(meeting) else { return }
    for item in try writing.items(of: meeting.id) where !item.onPublishedAgenda {
      try writing.adjust(item, on: occasion) { $0.onPublishedAgenda = true }
    }
    if meeting.header.state == Meeting.State.scheduled.rawValue {
      try writing.advance(meeting, to: Meeting.State.convened.rawValue, on: occasion)
    }
    try Editions.release(self, number: edition, note: changeNote, in: writing)
  }
}
