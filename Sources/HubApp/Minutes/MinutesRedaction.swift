import HubModel

/// Takes out of whole minutes what the caller may not see: an item keeps its number and says that
/// it is in camera; passages for insiders, people and outcomes that are hidden are left out.
struct MinutesRedaction {
  private let reading: Reading
  private let items: [Reference: AgendaItem]
  private let isInsider: Bool
  private let visible: Set<Reference>
  /// Those whose attendance the caller may see: handles, and names of those without an account.
  private let attendees: Set<String>
  private let participants: Set<String>
  private let handles: Set<String>

  /// - Parameter documents: those that will be redacted; what they name is looked up at once.
  init(_ documents: [MinutesDocument], _ records: MinutesRecords, in reading: Reading) throws {
    self.reading = reading
    items = Dictionary(uniqueKeysWithValues: records.items.map { ($0.reference, $0) })
    isInsider = try reading.maySee(Self.insiders(of: records.meeting))
    let outcomes = documents.flatMap(\.items).flatMap(\.outcomes)
    let reviews = documents.flatMap(\.items).flatMap(\.reviews)
    visible = Set(
      try Directory.entries(
        of: outcomes.compactMap(\.reference) + outcomes.flatMap(\.addressees)
          + outcomes.compactMap(\.amends) + outcomes.compactMap(\.organization)
          + reviews.map(\.review.action.reference), in: reading
      ).keys)
    let seen = try reading.visible(records.attendance)
    attendees = Set(seen.compactMap { $0.person.flatMap { records.handles[$0] } })
    participants = Set(seen.compactMap(\.name))
    let named =
      outcomes.flatMap(\.assignees) + documents.flatMap(\.attendees)
      + outcomes.flatMap(\.motionHandles) + documents.flatMap(\.items).flatMap(\.recused)
    handles = Set(try reading.people(withHandles: Set(named)).keys)
    showsNames = try !(reading.load(records.meeting.body)?.workersForum ?? false)
    showsCounts = seen.contains { !$0.isOnePerson }
  }

  /// Whether names may leave the body at all.
  private let showsNames: Bool
  private let showsCounts: Bool

  /// Notes as a member would have them: who sees these sees everything that was said in the open.
  static func insiders(of meeting: Meeting) -> ItemNotes {
    var notes = ItemNotes()
    notes.header.network = meeting.header.network
    notes.header.visibility = .body
    notes.body = meeting.body
    notes.draft = false
    return notes
  }

  func redacted(_ document: MinutesDocument) throws -> MinutesDocument {
    var document = document
    document.present = shown(document.present)
    document.guests = shown(document.guests)
    document.excused.removeAll { !shows($0) }
    document.absent.removeAll { !shows($0) }
    if !isInsider, !showsCounts { (document.workers, document.participants) = ([], []) }
    document.items = try document.items.map(redacted)
    return document
  }

  private func shown(_ people: [MinutesDocument.Participant]) -> [MinutesDocument.Participant] {
    people.filter { shows($0.who) }.map { person in
      var person = person
      person.votesFor.removeAll { !shows(.handle($0)) }
      return person
    }
  }

  /// Whether the caller may see that somebody was there, and the person. A name without an account
  /// never leaves a workers' forum.
  private func shows(_ who: PersonInFile) -> Bool {
    switch who {
    case .handle(let handle):
      handles.contains(handle) && (isInsider || attendees.contains(handle))
    case .named(let participant):
      isInsider || showsNames && participants.contains(participant.name)
    }
  }

  private func redacted(_ item: MinutesDocument.Item) throws -> MinutesDocument.Item {
    guard let record = item.reference.flatMap({ items[$0] }),
      try maySee(record, as: item.visibility)
    else {
      var hidden = MinutesDocument.Item(called: item.name, number: item.number)
      hidden.title = AgendaRedaction.inCamera(called: nil).title
      hidden.isRedacted = true
      return hidden
    }
    var item = item
    item.outcomes = item.outcomes.compactMap(redacted)
    item.reviews.removeAll { !visible.contains($0.review.action.reference) }
    item.recused.removeAll { !handles.contains($0) || (!isInsider && !showsNames) }
    guard !isInsider else { return item }
    item.notes = redacted(item.notes)
    // What was said of actions stands with the notes, among the members.
    item.reviews = []
    return item
  }

  /// The item as it was then and as it is now: the narrower of the two counts.
  private func maySee(_ record: AgendaItem, as visibility: Visibility?) throws -> Bool {
    var record = record
    record.header.visibility = max(record.header.visibility, visibility ?? .public)
    return try reading.maySee(record)
  }

  private func redacted(_ outcome: MinutesDocument.Outcome) -> MinutesDocument.Outcome? {
    var outcome = outcome
    if let reference = outcome.reference, !visible.contains(reference) { return nil }
    outcome.addressees.removeAll { !visible.contains($0) }
    outcome.assignees.removeAll { !isInsider && !showsNames || !handles.contains($0) }
    if let owner = outcome.organization, !visible.contains(owner) { outcome.organization = nil }
    if !isInsider && !showsNames { outcome.names = [] }
    if let amends = outcome.amends, !visible.contains(amends) { outcome.amends = nil }
    if !isInsider && !showsNames {
      (outcome.mover, outcome.seconder, outcome.rollCall) = (nil, nil, [])
    }
    // Somebody who is hidden from the reader moved and voted as nobody in particular.
    let hidden = outcome.motionHandles.filter { !handles.contains($0) }.map { "@" + $0 }
    if !hidden.isEmpty {
      if let mover = outcome.mover, hidden.contains(mover) { outcome.mover = nil }
      if let seconder = outcome.seconder, hidden.contains(seconder) { outcome.seconder = nil }
      outcome.rollCall.removeAll { hidden.contains($0.voter) }
    }
    guard !isInsider else { return outcome }
    outcome.text = redacted(outcome.text)
    outcome.details = redacted(outcome.details)
    return outcome
  }

  private func redacted(_ text: LocalizedText) -> LocalizedText { text.withoutInsidePassages }
}

extension MinutesDocument.Outcome {
  /// The handles of those whom a motion names.
  fileprivate var motionHandles: [String] {
    ([mover, seconder].compactMap(\.self) + rollCall.map(\.voter)).filter { $0.hasPrefix("@") }
      .map { String($0.dropFirst()) }
  }
}

extension MinutesDocument {
  /// The handles of all of whom it says that they were there or not.
  fileprivate var attendees: [String] {
    (present + guests).flatMap { [$0.who.handle].compactMap(\.self) + $0.votesFor }
      + (excused + absent).compactMap(\.handle)
  }
}

extension LocalizedText {
  /// Without what stands between `||` and `||`.
  var withoutInsidePassages: LocalizedText {
    LocalizedText(
      en: Redaction.redacted(en, in: .en), fr: Redaction.redacted(fr, in: .fr))
  }
}
