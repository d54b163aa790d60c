import HubModel

/// What belongs to a meeting is for those whom the meeting is for: it follows when the meeting or
/// an item is opened or closed to people.
extension Writing {
  /// The agenda, the minutes and the items that had the meeting's visibility take its new one; the
  /// minutes only where they would be seen more widely than the meeting.
  func followVisibility(
    of meeting: Meeting, former: Visibility, on occasion: Occasion
  ) throws {
    let visibility = meeting.header.visibility
    if let agenda = try load(ID<Agenda>(meeting.header.number)) {
      try adjust(agenda, on: occasion) { $0.header.visibility = visibility }
    }
    if let minutes = try load(ID<Minutes>(meeting.header.number)) {
      try adjust(minutes, on: occasion) {
        $0.header.visibility = max($0.header.visibility, visibility)
      }
    }
    for item in try allItems(of: meeting.id) {
      let narrower = max(item.header.visibility, visibility)
      let follows = item.header.visibility == former
      // Who may see a thing is no part of what locked minutes say.
      try adjust(item, on: occasion.union(.erratum)) {
        $0.header.visibility = follows ? visibility : narrower
      }
    }
  }

  /// The notes and papers of an item take its visibility; what it concluded is never seen more
  /// widely than the item.
  func followVisibility(of item: AgendaItem, on occasion: Occasion) throws {
    let visibility = item.header.visibility
    for notes in try notes(of: item.meeting) where notes.item == item.id {
      try adjust(notes, on: occasion) { $0.header.visibility = visibility }
    }
    // An agenda's file says itself what becomes of the papers.
    for paper in try papers(of: item.meeting)
    where paper.item == item.id && !occasion.contains(.agendaFile) {
      try adjust(paper, on: occasion) { $0.header.visibility = visibility }
    }
    for outcome in try outcomes(of: item.meeting) where outcome.item == item.id {
      switch outcome {
      case .decision(let record): try narrow(record, to: visibility, on: occasion)
      case .action(let record): try narrow(record, to: visibility, on: occasion)
      case .recommendation(let record): try narrow(record, to: visibility, on: occasion)
      }
    }
  }

  private func narrow<R: Stored>(
    _ record: R, to visibility: Visibility, on occasion: Occasion
  ) throws {
    guard record.header.visibility < visibility else { return }
    try adjust(record, on: occasion) { $0.header.visibility = visibility }
  }
}
