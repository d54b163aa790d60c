import HubModel
import HubWords

/// Publishes an agenda file: creates the meeting and its agenda, or revises it. All of it lands in
/// one transaction, or none of it.
struct AgendaPublication {
  let file: AgendaFile
  /// Why the agenda changed, for those who have read it.
  let note: LocalizedText?
  /// The file is published, and what else was said of it.
  let occasion: Occasion
  let writing: Writing
  /// The caller's, for the list of what changed.
  let words: Words

  /// What came of it.
  struct Outcome {
    let meeting: Meeting
    let agenda: Agenda
    let items: [AgendaItem]
    let changed: Bool
    /// Whether the meeting was created.
    let isNew: Bool
    /// Whether readers have another edition now.
    let isNewEdition: Bool
    /// What the file says now.
    let revision: FileRevision
    /// What was understood of the file.
    let document: AgendaDocument
    /// What the file does not have yet and should.
    let addLines: [String]
  }

  /// - Throws: `Refusal.invalid` with every fault of the file, or `changeNoteRequired` with what
  ///   changed; `Refusal.stale` when somebody else changed the agenda since the file was written.
  static func publish(
    _ text: AgendaFile.Text, note: LocalizedText?, on occasion: Occasion = .agendaFile,
    in writing: Writing, words: Words
  ) throws -> Outcome {
    guard writing.caller.isFounder || writing.caller.person != nil else {
      throw Refusal.signInRequired
    }
    let file = try AgendaFile.read(text, in: writing)
    if let body = file.body { try checkRight(to: body, in: writing) }
    let publication = AgendaPublication(
      file: file, note: note, occasion: occasion, writing: writing, words: words)
    guard let meeting = file.meeting else {
      guard file.faults.isEmpty else { throw Refusal.invalid(file.faults) }
      return try publication.create()
    }
    return try publication.revise(meeting)
  }

  private static func checkRight(to body: Body, in writing: Writing) throws {
    var agenda = Agenda()
    agenda.header.network = body.header.network
    agenda.body = body.id
    guard Access.mayCreate(writing.caller, agenda) else {
      throw writing.refusal(needing: Agenda.creators)
    }
  }

  private func create() throws -> Outcome {
    guard let body = file.body else { throw Refusal.invalid(file.faults) }
    var draft = Meeting()
    draft.body = body.id
    draft.header.network = body.header.network
    var comparison = AgendaComparison(file)
    comparison.apply(to: &draft)
    let meeting = try writing.create(
      draft, visibility: draft.header.visibility,
      on: file.document.isHeld ? [.agendaFile, .past] : .agendaFile)
    guard let agenda = try writing.load(ID<Agenda>(meeting.header.number)) else {
      throw Refusal.notFound(meeting.reference.description)
    }
    comparison.records = AgendaRecords(meeting: meeting, agenda: agenda)
    return try release(comparison, of: meeting, agenda)
  }

  private func revise(_ meeting: Meeting) throws -> Outcome {
    var comparison = try AgendaComparison(file, with: meeting, in: writing)
    comparison.occasion = occasion
    let records = comparison.records
    let (agenda, isPublished) = (records.agenda, records.agenda.isReleased)
    // A file that says what the records say has nothing to answer for.
    if isPublished, comparison.changes.isEmpty { return try outcome(records) }
    guard comparison.faults.isEmpty else { throw Refusal.invalid(comparison.faults) }
    try AgendaStanding(file: file, comparison: comparison).refuse()
    if isPublished, comparison.changes == [.header(.status)] {
      try writing.move(meeting.id, to: Meeting.State.held.rawValue, on: .agendaFile)
      return try outcome(records)
    }
    if isPublished, note?.isEmpty ?? true {
      let changes = AgendaChangeWords(words).list(comparison.changes)
      throw Refusal.invalid([Fault("changeNoteRequired", at: "/note", ["changes": changes])])
    }
    if isPublished, try comparison.isBeyondReaders(in: writing) {
      let items = try write(comparison, of: meeting)
      return try outcome(records, items: items, changed: true)
    }
    // The agenda moves in the end: what is written before need not count as a change of its own.
    writing.touched.insert(agenda.reference)
    let meeting = try writing.edit(meeting.id, reason: reason, on: .agendaFile) {
      comparison.apply(to: &$0)
    }
    if meeting.header.state == Meeting.State.postponed.rawValue {
      try writing.move(meeting.id, to: Meeting.State.scheduled.rawValue, on: .agendaFile)
    }
    return try release(comparison, of: meeting, agenda)
  }

  /// What came of a file that made no edition.
  private func outcome(
    _ records: AgendaRecords, items: [AgendaItem]? = nil, changed: Bool = false
  ) throws -> Outcome {
    Outcome(
      meeting: records.meeting, agenda: records.agenda, items: items ?? records.items,
      changed: changed, isNew: false, isNewEdition: false,
      revision: try revision(of: records.meeting), document: file.document,
      addLines: addLines(records.meeting))
  }

  /// Writes the items of the file and answers them in its order.
  private func write(_ comparison: AgendaComparison, of meeting: Meeting) throws -> [AgendaItem] {
    try AgendaItemsWriter(comparison, meeting, reason: reason, in: writing).write()
  }

  /// From which state of the records the caller's file would be written now.
  private func revision(of meeting: Meeting) throws -> FileRevision {
    let records = try AgendaRecords.visible(meeting.id, in: writing)
    return try records.seen(in: writing).document.revision
      ?? FileRevision(version: records.agenda.header.version)
  }

  /// Writes the items and freezes the edition.
  private func release(
    _ comparison: AgendaComparison, of meeting: Meeting, _ agenda: Agenda
  ) throws -> Outcome {
    let items = try write(comparison, of: meeting)
    let state: Agenda.State = agenda.isReleased ? .revised : .published
    let released = try writing.move(
      agenda.id, to: state.rawValue, reason: reason, on: .agendaFile
    ) {
      $0.changeNote = agenda.isReleased ? note : nil
      $0.header.visibility = meeting.header.visibility
      $0.header.illustrative = meeting.header.illustrative
    }
    if comparison.document.isHeld, meeting.header.state != Meeting.State.held.rawValue {
      try writing.move(meeting.id, to: Meeting.State.held.rawValue, on: .agendaFile)
    }
    return Outcome(
      meeting: meeting, agenda: released, items: items, changed: true,
      isNew: file.meeting == nil, isNewEdition: true, revision: try revision(of: meeting),
      document: comparison.document, addLines: addLines(meeting))
  }

  private func addLines(_ meeting: Meeting) -> [String] {
    guard file.document.position(of: .meeting) == nil else { return [] }
    let language = file.document.keywordLanguage
    let colon = language == .en ? ":" : "\u{A0}:"
    return ["- \(AgendaKey.meeting.word(in: language))\(colon) \(meeting.reference)"]
  }

  /// The note as the history keeps a reason.
  private var reason: String? {
    note.map { [$0.en, $0.fr].filter { !$0.isEmpty }.joined(separator: " / ") }
  }
}
