import HubModel

/// The editions of one meeting's agenda as the caller may see them, and its current state.
struct AgendaEditions {
  let records: AgendaRecords
  /// Those that the caller may see, the first one first; each with its document.
  let editions: [(edition: Editions.Edition, document: AgendaDocument)]
  let current: AgendaDocument

  static func of(_ meeting: ID<Meeting>, in reading: Reading) throws -> AgendaEditions {
    let records = try AgendaRecords.visible(meeting, in: reading)
    let all = try Editions.of(records.agenda.id, in: reading).map { edition in
      let bytes = Array(edition.text.utf8)
      return (edition, AgendaDocument.parse(bytes, today: reading.today).document)
    }
    let seen = try all.filter { try maySee($0.1, records.agenda, reading) }
    let redaction = try AgendaRedaction(
      seen.map(\.1) + [records.document], items: try reading.allItems(of: meeting), in: reading)
    return AgendaEditions(
      records: records, editions: try seen.map { ($0, try redaction.redacted($1)) },
      current: try redaction.redacted(records.document))
  }

  /// Whoever may see the agenda sees an edition, unless it was for fewer people then.
  private static func maySee(
    _ document: AgendaDocument, _ agenda: Agenda, _ reading: Reading
  ) throws -> Bool {
    var agenda = agenda
    agenda.header.visibility = max(agenda.header.visibility, document.visibility ?? .public)
    return try reading.maySee(agenda)
  }

  func document(_ number: Int) throws -> AgendaDocument {
    guard let found = editions.first(where: { $0.edition.number == number }) else {
      throw Refusal.notFound("\(records.meeting.reference)/\(number)")
    }
    return found.document
  }

  /// What changed from one edition to another, or to the current state.
  func changes(from: Int, to: Int?) throws -> (
    older: AgendaDocument, newer: AgendaDocument, changes: [AgendaChange]
  ) {
    let older = try document(from)
    let newer = try to.map(document) ?? current.asRead(on: Day(number: 0))
    let changes = newer.changes(from: older)
    // A body may have another name now; a meeting cannot have another body.
    return (older, newer, changes.filter { $0 != .header(.body) })
  }
}
