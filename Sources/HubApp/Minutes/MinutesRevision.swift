import HubModel

extension MinutesRecords {
  /// What the caller sees of the minutes, with the revision that says so.
  func seen(in reading: Reading) throws -> MinutesDocument {
    var seen = try MinutesRedaction([document], self, in: reading).redacted(document)
    seen.revision = try minutes.map { minutes in
      FileRevision(
        version: minutes.header.version, beyond: try text(of: seen, beyond: minutes, in: reading))
    }
    return seen
  }

  /// What a document of them says that not all who may see the minutes see; nil when there is
  /// nothing of that kind.
  private func text(
    of document: MinutesDocument, beyond minutes: Minutes, in reading: Reading
  ) throws -> String? {
    let open = try reading.open(items, toAllWhoSee: minutes)
      .union(reading.open(Array(notes.values), toAllWhoSee: minutes))
      .union(reading.open(outcomes.values.flatMap(\.self), toAllWhoSee: minutes))
    var beyond = MinutesDocument()
    if try reading.open(attendance, toAllWhoSee: minutes).count < attendance.count {
      (beyond.present, beyond.guests) = (document.present, document.guests)
      (beyond.excused, beyond.absent) = (document.excused, document.absent)
      (beyond.workers, beyond.participants) = (document.workers, document.participants)
    }
    let records = Dictionary(uniqueKeysWithValues: items.map { ($0.reference, $0) })
    for item in document.items {
      guard let record = item.reference.flatMap({ records[$0] }) else { continue }
      if !open.contains(record.reference) {
        beyond.items.append(item)
        continue
      }
      var rest = MinutesDocument.Item(number: item.number)
      if let notes = notes[record.id], !open.contains(notes.reference) {
        (rest.notes, rest.reviews) = (item.notes, item.reviews)
        (rest.recused, rest.quorumLost) = (item.recused, item.quorumLost)
      }
      rest.outcomes = item.outcomes.filter { $0.reference.map(open.contains) != true }
      if !rest.notes.isEmpty || !rest.outcomes.isEmpty || !rest.reviews.isEmpty
        || !rest.recused.isEmpty || rest.quorumLost != nil
      {
        beyond.items.append(rest)
      }
    }
    let text = beyond.written(in: .en)
    return text == MinutesDocument().written(in: .en) ? nil : text
  }
}

extension MinutesRecords {
  /// The items of which the caller knows: those that they may see, and those that stand on a
  /// published agenda that they may see, where what is in camera has its number.
  func itemsTold(to reading: Reading) throws -> [AgendaItem] {
    let agenda = try reading.load(ID<Agenda>(meeting.header.number))
    let seesAgenda = try agenda.map { try reading.maySee($0) } ?? false
    let seen = try Set(reading.visible(items).map(\.reference))
    return items.filter { seen.contains($0.reference) || (seesAgenda && $0.onPublishedAgenda) }
  }
}

extension Reading {
  /// Which of these outcomes all who may see the minutes may see too.
  fileprivate func open(
    _ outcomes: [OutcomeRecord], toAllWhoSee minutes: Minutes
  ) throws -> Set<Reference> {
    let decisions = outcomes.compactMap { if case .decision(let made) = $0 { made } else { nil } }
    let actions = outcomes.compactMap { if case .action(let made) = $0 { made } else { nil } }
    let recommendations = outcomes.compactMap {
      if case .recommendation(let made) = $0 { made } else { nil }
    }
    return try open(decisions, toAllWhoSee: minutes)
      .union(open(actions, toAllWhoSee: minutes))
      .union(open(recommendations, toAllWhoSee: minutes))
  }
}
