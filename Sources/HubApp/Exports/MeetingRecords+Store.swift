import HubModel
import HubSQL

/// Everything about one meeting that the caller may see, read in a number of statements that does
/// not grow with the meeting.
struct MeetingRecords {
  let meeting: Meeting
  /// Whether the caller belongs to the body, and reads what was said among its members.
  let isInsider: Bool
  let body: Body?
  let minutes: Minutes?
  /// In the agenda's order; a position whose item is not for the caller has none.
  let items: [(label: String, item: AgendaItem?, hidden: ID<AgendaItem>?)]
  let decisions: [Decision]
  let actions: [ActionItem]
  /// Those that the meeting made.
  let recommendations: [Recommendation]
  /// Those that were put before it, made elsewhere.
  let tabled: [Recommendation]
  let considerations: [Consideration]
  /// Those of the meeting, of its items and of what these concluded, and those among its papers.
  let documents: [Document]
  /// What was said in full, for those who belong to the body, where others read less.
  let notes: [ItemNotes]
  let attendance: [Attendance]
  let people: [ID<Person>: Person]
  let organizations: [ID<Organization>: Organization]
  let names: [Reference: Directory.Entry]
  /// Of those named, what not everybody may see.
  let restricted: Set<Reference>
  let fates: Fates

  /// - Parameter asPlanned: without the items that were only taken up at the meeting.
  /// - Throws: `Refusal.notFound` when the meeting is absent or hidden.
  init(of id: ID<Meeting>, asPlanned: Bool = false, in reading: Reading) throws {
    meeting = try reading.find(id)
    isInsider = try reading.maySee(MinutesRedaction.insiders(of: meeting))
    body = try reading.seen(meeting.body)
    minutes = try reading.seen(ID<Minutes>(id.number))
    let items = try Self.items(of: id, asPlanned: asPlanned, in: reading)
    let numbers = items.map { $0.item?.header.number ?? $0.hidden?.number ?? 0 }
    decisions = try reading.all(
      where: "t.item IN (\(list: numbers)) AND t.state = 'recorded'")
    let promised: [ActionItem] = try reading.all(where: "t.item IN (\(list: numbers))")
    actions = promised.filter { !OutcomeRecord.action($0).isTakenBack }
    let related: [Recommendation] = try reading.all(
      where: "t.item IN (\(list: numbers)) OR t.tabled_at IN (\(list: numbers))")
    let kept = related.filter { !OutcomeRecord.recommendation($0).isTakenBack }
    recommendations = kept.filter { $0.item.map { numbers.contains($0.number) } ?? false }
    tabled = kept.filter { !($0.item.map { numbers.contains($0.number) } ?? false) }
    considerations = try reading.all(
      where: "t.item IN (\(list: numbers)) AND t.state = 'listed'",
      orderedBy: "t.item, t.position, t.number")
    documents = try reading.documents(
      of: id, and: considerations.compactMap { ID<Document>($0.paper) })
    let notes: [ItemNotes] = try reading.all(where: "t.meeting = \(id.number)")
    self.notes = notes.filter { own in
      !own.reviews.isEmpty
        || !items.contains { _, item, _ in
          item?.id == own.item && (item?.notes, item?.information) == (own.notes, own.information)
        }
    }
    attendance = try reading.all(where: "t.meeting = \(id.number) AND t.state = 'recorded'")
    fates = try Fates(of: recommendations, in: reading)

    let named =
      attendance.compactMap(\.person) + actions.flatMap(\.people)
      + items.flatMap { $0.item?.presenters ?? [] }
      + decisions.flatMap { OutcomeRecord.decision($0).movers }
    let people: [Person] = try reading.all(
      where: "t.number IN (\(list: Set(named.map(\.number)).sorted()))")
    self.people = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
    let organizations: [Organization] = try reading.all(
      where: "t.number IN (\(list: Set(people.compactMap(\.organization?.number)).sorted()))")
    self.organizations = Dictionary(uniqueKeysWithValues: organizations.map { ($0.id, $0) })
    let references =
      [meeting.header.network.reference, meeting.body.reference]
      + items.compactMap { $0.item?.carriedFrom?.reference }
      + recommendations.flatMap { $0.addressees.map(\.reference) }
      + actions.compactMap(\.organization?.reference)
      + considerations.map(\.paper) + fates.references
      + decisions.flatMap { $0.covers.map(\.reference) }
      + notes.flatMap { $0.reviews.map(\.action.reference) }
      + decisions.compactMap(\.amends?.reference)
      + [minutes?.approvedAt?.reference].compactMap(\.self)
    names = try Directory.entries(of: references, in: reading)
    let anyone = Reading(reading.connection, caller: .anonymous, now: reading.now)
    restricted = try Set(names.keys).subtracting(
      Directory.entries(of: names.keys, in: anyone).keys)
    self.items = items
  }

  /// Whether the caller sees of everybody whether they were there.
  func seesAllAttendance(in reading: Reading) throws -> Bool {
    try reading.attendance(at: meeting.id).count == attendance.count
  }

  /// The agenda's items. One that is not for the caller leaves its number once the agenda is
  /// published and for them; before that, nothing of it is known.
  private static func items(
    of meeting: ID<Meeting>, asPlanned: Bool, in reading: Reading
  ) throws -> [(label: String, item: AgendaItem?, hidden: ID<AgendaItem>?)] {
    let agendas: [Agenda] = try reading.all(where: "t.number = \(meeting.number)")
    let seesAgenda = agendas.contains(where: \.isReleased)
    let items =
      asPlanned
      ? try reading.plannedItems(of: meeting) : try reading.takenUpItems(of: meeting)
    let names = items.names
    return try items.compactMap { item in
      let label = names[item.id] ?? ""
      if try reading.maySee(item) { return (label, item, nil) }
      return seesAgenda && item.onPublishedAgenda ? (label, nil, item.id) : nil
    }
  }
}
