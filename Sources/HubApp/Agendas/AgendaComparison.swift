import HubModel

/// An agenda file beside the records of its meeting: what it changes.
///
/// Only what differs from what the caller can see is ever written, so that a person or a paper
/// that is hidden from the caller stays where it is.
struct AgendaComparison {
  /// What the file says, completed.
  var document: AgendaDocument
  var records: AgendaRecords
  /// What the records say, as the caller sees them; as many items, in the same order.
  let seen: AgendaDocument
  let changes: [AgendaChange]
  let faults: [Fault]
  /// What the change is made for.
  var occasion: Occasion = .agendaFile
  let people: [String: ID<Person>]
  let startsAt: Moment?
  let endsAt: Moment?
  /// Items that were withdrawn before, by reference.
  private(set) var withdrawn: [Reference: AgendaItem] = [:]

  /// Compares the file of a new meeting with nothing.
  init(_ file: AgendaFile) {
    document = file.document
    seen = AgendaDocument()
    changes = file.document.changes(from: seen)
    records = AgendaRecords(meeting: Meeting(), agenda: Agenda())
    (faults, people, startsAt, endsAt) = (file.faults, file.people, file.startsAt, file.endsAt)
  }

  /// Compares a file with its meeting as the caller may see it.
  init(_ file: AgendaFile, with meeting: Meeting, in reading: Reading) throws {
    let records = try AgendaRecords.visible(meeting.id, in: reading)
    let all = try reading.allItems(of: meeting.id)
    (people, startsAt, endsAt) = (file.people, file.startsAt, file.endsAt)
    let shown = try records.seen(all, in: reading)
    self.records = shown.records
    seen = shown.document.asRead(on: reading.today)
    document = file.document
    // What took place is not undone by a file that does not say so.
    if seen.isHeld { document.isHeld = true }
    let own = Dictionary(uniqueKeysWithValues: all.map { ($0.reference, $0) })
    withdrawn = own.filter { $0.value.header.state == AgendaItem.State.withdrawn.rawValue }
    let known = file.unknown.union(own.keys)
    faults = (file.faults + Self.foreignItems(in: document, known: known)).inOrderOfFile
    changes = document.changes(from: seen)
  }

  /// Whether nothing changes but what items say that are not for all who may see the agenda: these
  /// read what they read before, and are told nothing.
  func isBeyondReaders(in reading: Reading) throws -> Bool {
    let places = document.formerPlaces(in: seen)
    return try changes.allSatisfy { change in
      guard case .changed(_, _, let number, let parts) = change,
        !parts.contains(.key(.visibility)), let place = places[number - 1]
      else { return false }
      return try !reading.isOpen(records.items[place], toAllWhoSee: records.agenda)
    }
  }

  /// - Parameter known: the meeting's own items, and those of which the caller is told no more than
  ///   that they cannot be seen.
  private static func foreignItems(
    in document: AgendaDocument, known: Set<Reference>
  ) -> [Fault] {
    document.items.enumerated().compactMap { index, item in
      guard let reference = item.reference, !known.contains(reference) else { return nil }
      return Fault(
        "itemOfOtherMeeting", at: "/items/\(index)/item", ["ref": reference.description],
        position: item.position(of: .item))
    }
  }

  /// Sets what the file changes of the meeting itself.
  func apply(to meeting: inout Meeting) {
    let former = meeting
    for change in changes {
      switch change {
      case .title: meeting.title = document.title
      case .introduction: meeting.introduction = document.introduction.orNil
      case .objectives: meeting.objectives = document.objectives.orNil
      case .header(let key): apply(key, to: &meeting)
      case .added, .removed, .moved, .changed: break
      }
    }
    RecordJSON.markStale(&meeting, former: former, on: occasion)
  }

  private func apply(_ key: AgendaKey, to meeting: inout Meeting) {
    switch key {
    case .date:
      meeting.startsAt = startsAt ?? meeting.startsAt
      meeting.endsAt = endsAt ?? meeting.endsAt
      meeting.timeZone = document.zone ?? meeting.timeZone
    case .mode: meeting.mode = document.mode ?? meeting.mode
    case .place: meeting.place = document.place.orNil
    case .link: meeting.link = document.link
    case .visibility: meeting.header.visibility = document.visibility ?? meeting.header.visibility
    case .illustrative: meeting.header.illustrative = document.isIllustrative
    case .languages: meeting.languages = document.languages
    case .interpretation: meeting.interpretation = document.interpretation
    case .meeting, .revision, .body, .status: break
    case .item, .label, .purpose, .session, .time, .presenter, .papers, .carriedFrom: break
    }
  }

  /// Sets what the file changes of an item; all that it says of a new one.
  func apply(
    _ item: AgendaDocument.Item, _ parts: [AgendaChange.ItemPart], to record: inout AgendaItem
  ) {
    for part in parts {
      switch part {
      case .title: record.title = item.title
      case .text: record.text = item.text.orNil
      case .key(let key): apply(key, of: item, to: &record)
      }
    }
  }

  private func apply(
    _ key: AgendaKey, of item: AgendaDocument.Item, to record: inout AgendaItem
  ) {
    switch key {
    case .label: record.printedLabel = item.label
    case .purpose: record.purpose = item.purpose ?? record.purpose
    case .session: record.session = item.session
    case .time: record.duration = item.duration
    case .presenter: setPresenters(of: &record, item)
    case .carriedFrom: record.carriedFrom = item.carriedFrom.map { ID<AgendaItem>($0.number) }
    // A record's own reference stays; papers and visibility are seen to by whoever writes items.
    case .item, .papers, .visibility: break
    case .meeting, .revision, .body, .date, .mode, .place, .link, .status, .illustrative,
      .languages, .interpretation:
      break
    }
  }
}

extension AgendaComparison {
  /// Those of the file, and those whom the caller was not shown: they stay.
  private func setPresenters(of record: inout AgendaItem, _ item: AgendaDocument.Item) {
    let shown = seen.items.first { $0.reference == record.reference && $0.reference != nil }
    let hidden = record.presenters.filter { person in
      guard let handle = records.handles[person], let shown else { return false }
      return !shown.presenters.contains(.handle(handle))
    }
    record.presenters = item.presenters.compactMap { $0.handle.flatMap { people[$0] } } + hidden
    record.presenterNames = item.presenters.compactMap(\.participant)
  }
}

extension AgendaDocument {
  /// The document as it comes out of its own file: blanks around texts are gone.
  func asRead(on day: Day) -> AgendaDocument {
    AgendaDocument.parse(Array(written(in: .en).utf8), today: day).document
  }
}

extension LocalizedText {
  var orNil: LocalizedText? { isEmpty ? nil : self }
}
