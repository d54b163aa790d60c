import HubModel

/// The records of one meeting's agenda, whoever asks: what a document is made from. A document is
/// redacted before it is shown.
struct AgendaRecords {
  var meeting: Meeting
  var agenda: Agenda
  /// In their order, without those that were withdrawn.
  var items: [AgendaItem] = []
  /// Those that are listed, in their order.
  var papers: [ID<AgendaItem>: [Consideration]] = [:]
  var handles: [ID<Person>: String] = [:]

  /// Those of a meeting whose agenda the caller may see.
  static func visible(_ id: ID<Meeting>, in reading: Reading) throws -> AgendaRecords {
    let meeting = try reading.find(id)
    guard try reading.maySee(Reference(.agenda, id.number)),
      let records = try of(meeting, in: reading)
    else { throw Refusal.notFound(id.description) }
    return records
  }

  static func of(_ meeting: Meeting, in reading: Reading) throws -> AgendaRecords? {
    guard let agenda = try reading.load(ID<Agenda>(meeting.header.number)) else { return nil }
    let items = try reading.plannedItems(of: meeting.id)
    return AgendaRecords(
      meeting: meeting, agenda: agenda, items: items,
      papers: Dictionary(grouping: try reading.papers(of: meeting.id), by: \.item),
      handles: try reading.handles(of: Set(items.flatMap(\.presenters))))
  }

  /// The whole agenda; texts without their stale marks, as a file has them.
  var document: AgendaDocument {
    var document = AgendaDocument()
    document.title = meeting.title.written
    document.meeting = meeting.reference
    document.revision = FileRevision(version: agenda.header.version)
    document.body = meeting.body.description
    document.starts = meeting.startsAt.localTime(in: meeting.zone)
    document.ends = meeting.endsAt.localTime(in: meeting.zone)
    document.zone = meeting.timeZone
    document.mode = meeting.mode
    document.place = (meeting.place ?? LocalizedText()).written
    document.link = meeting.link
    document.visibility = meeting.header.visibility
    document.isHeld = meeting.header.state == Meeting.State.held.rawValue
    document.isIllustrative = meeting.header.illustrative
    document.languages = meeting.languages
    document.interpretation = meeting.interpretation
    document.introduction = (meeting.introduction ?? LocalizedText()).written
    document.objectives = (meeting.objectives ?? LocalizedText()).written
    document.items = items.map(self.item)
    return document
  }

  private func item(_ record: AgendaItem) -> AgendaDocument.Item {
    var item = AgendaDocument.Item()
    item.label = record.printedLabel
    item.title = record.title.written
    item.reference = record.reference
    item.purpose = record.purpose
    item.session = record.session
    item.duration = record.duration
    item.presenters =
      record.presenters.compactMap { handles[$0] }.map(PersonInFile.handle)
      + record.presenterNames.map(PersonInFile.named)
    item.papers = (papers[record.id] ?? []).map {
      AgendaDocument.Paper(
        $0.paper, role: $0.role == .information ? nil : $0.role, decisive: $0.decisive)
    }
    item.carriedFrom = record.carriedFrom?.reference
    let visibility = record.header.visibility
    item.visibility = visibility == meeting.header.visibility ? nil : visibility
    item.text = (record.text ?? LocalizedText()).written
    return item
  }
}

extension LocalizedText {
  /// Without the mark of a side that fell behind: a file has none.
  var written: LocalizedText { LocalizedText(en: en, fr: fr) }
}
