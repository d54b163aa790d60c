import HubModel

/// The records of one meeting's minutes, whoever asks: what a document is made from. A document
/// is redacted before it is shown.
struct MinutesRecords {
  var meeting: Meeting
  /// nil until they are opened.
  var minutes: Minutes?
  /// Everything that was on the agenda, in its order.
  var items: [AgendaItem]
  var notes: [ID<AgendaItem>: ItemNotes]
  var attendance: [Attendance]
  /// What each item concluded, in the order in which it was recorded.
  var outcomes: [ID<AgendaItem>: [OutcomeRecord]]
  var handles: [ID<Person>: String]

  static func of(_ meeting: Meeting, in reading: Reading) throws -> MinutesRecords {
    let attendance = try reading.attendance(at: meeting.id)
    let outcomes = try reading.outcomes(of: meeting.id)
    let people =
      attendance.flatMap { [$0.person, $0.proxy] } + outcomes.flatMap(\.assignees)
      + outcomes.flatMap(\.movers)
    let notes: [ItemNotes] = try reading.notes(of: meeting.id)
    let recused = notes.flatMap(\.recused)
    return MinutesRecords(
      meeting: meeting, minutes: try reading.load(ID<Minutes>(meeting.header.number)),
      items: try reading.items(of: meeting.id),
      notes: Dictionary(notes.map { ($0.item, $0) }) { first, _ in first },
      attendance: attendance, outcomes: Dictionary(grouping: outcomes, by: \.item),
      handles: try reading.handles(of: Set(people.compactMap(\.self) + recused)))
  }

  var isLocked: Bool { minutes.map { Minutes.isLocked($0.header.state) } ?? false }

  /// Whether they were published: from then on they change by an erratum.
  var isOut: Bool { minutes.map { !$0.waitsForTranslations && isLocked } ?? false }

  /// How people call the items: by their labels, else by their places.
  var names: [ID<AgendaItem>: String] { items.names }

  /// All of the minutes.
  var document: MinutesDocument {
    var document = MinutesDocument()
    document.title = meeting.title.written
    document.meeting = meeting.reference
    document.revision = minutes.map { FileRevision(version: $0.header.version) }
    document.correctionsUntil = minutes?.correctionsUntil
    if let minutes {
      let (times, hours) = (MinutesTimes(minutes), MeetingHours(meeting))
      document.calledToOrder = times.calledToOrderAt.map(hours.said)
      document.adjourned = times.adjournedAt.map(hours.said)
      document.nextMeeting = times.nextMeeting
    }
    setAttendance(of: &document)
    let names = names
    document.items = items.compactMap { self.item($0, called: names[$0.id] ?? "", names) }
    return document
  }

  private func setAttendance(of document: inout MinutesDocument) {
    let proxies = attendance.filter { $0.presence == .proxy }
    let hours = MeetingHours(meeting)
    for record in attendance {
      if let count = record.headcount {
        if count.group == .worker {
          document.workers.append(count)
        } else {
          document.participants.append(count)
        }
        continue
      }
      guard let who = who(record) else { continue }
      switch record.presence {
      case .present:
        let others = proxies.filter { $0.isHeld(by: record) }
        var participant = MinutesDocument.Participant(
          who, remote: record.remote,
          votesFor: others.compactMap { $0.person.flatMap { handles[$0] } })
        participant.arrived = record.arrivedAt.map(hours.said)
        participant.left = record.leftAt.map(hours.said)
        if record.guest {
          document.guests.append(participant)
        } else {
          document.present.append(participant)
        }
      case .excused: document.excused.append(who)
      case .absent: document.absent.append(who)
      case .proxy: break
      }
    }
  }

  /// Somebody as a file names them.
  private func who(_ record: Attendance) -> PersonInFile? {
    if let participant = record.participant { return .named(participant) }
    return record.person.flatMap { handles[$0] }.map(PersonInFile.handle)
  }

  /// What is said of an item; nil when nothing was said yet.
  private func item(
    _ record: AgendaItem, called name: String, _ names: [ID<AgendaItem>: String]
  ) -> MinutesDocument.Item? {
    var item = MinutesDocument.Item(called: name, number: record.position)
    item.title = record.title.written
    item.reference = record.reference
    item.added = record.addedAtMeeting ? record.purpose : nil
    item.status = AgendaItem.State(rawValue: record.header.state) ?? .planned
    let visibility = record.header.visibility
    item.visibility = visibility == meeting.header.visibility ? nil : visibility
    item.notes = (notes[record.id]?.notes ?? LocalizedText()).written
    if let own = notes[record.id] {
      item.recused = own.recused.compactMap { handles[$0] }
      if own.quorumLost {
        item.quorumLost = QuorumLoss(at: own.quorumLostAt.map(MeetingHours(meeting).said))
      }
    }
    item.outcomes = (outcomes[record.id] ?? []).map {
      $0.outcome(handles: handles, items: names, isFinal: isLocked)
    }
    item.reviews = (notes[record.id]?.reviews ?? []).map { MinutesDocument.Review($0) }
    if let told = notes[record.id]?.information {
      item.outcomes += InformationList.outcomes(in: told)
    }
    let isEmpty =
      item.notes.isEmpty && item.outcomes.isEmpty && item.reviews.isEmpty
      && item.recused.isEmpty && item.quorumLost == nil && item.status == .planned
    return isEmpty && minutes != nil ? nil : item
  }
}

extension Attendance {
  /// Whether somebody holds the vote that this one of an absent person speaks of.
  fileprivate func isHeld(by holder: Attendance) -> Bool {
    if let proxy { return proxy == holder.person }
    return proxyName != nil && proxyName == holder.name
  }
}

extension [AgendaItem] {
  /// How people call the items of an agenda that stand in its order. One that was withdrawn takes no
  /// number from the others.
  var names: [ID<AgendaItem>: String] {
    var numbers = ItemLabel.Numbers()
    var names: [ID<AgendaItem>: String] = [:]
    for item in self {
      let isWithdrawn = item.header.state == AgendaItem.State.withdrawn.rawValue
      names[item.id] =
        isWithdrawn
        ? item.printedLabel ?? String(item.position) : numbers.next(item.printedLabel)
    }
    return names
  }
}
