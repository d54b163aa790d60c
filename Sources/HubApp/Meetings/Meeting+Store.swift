package import HubModel
package import HubSQL

extension Meeting: Stored {
  package static let table = RecordTable<Meeting>()
  package static var pastState: String? { State.held.rawValue }

  package mutating func settle(from former: Meeting?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    guard let body = try writing.load(body) else { return [] }
    header.network = body.header.network
    if timeZone.isEmpty {
      timeZone = try writing.load(header.network)?.timeZone ?? timeZone
    }
    var faults: [Fault] = []
    if former == nil, startsAt.milliseconds != 0, startsAt < writing.now, !occasion.contains(.past)
    {
      faults.append(Fault("meetingInPast", at: "/startsAt", ["day": day?.description ?? ""]))
    }
    // When and where it was is part of its minutes.
    if let former, isOtherInMinutes(than: former) {
      faults += try writing.lockFaults(id, on: occasion)
    }
    return faults
  }

  private func isOtherInMinutes(than former: Meeting) -> Bool {
    (former.title, former.startsAt, former.endsAt, former.timeZone, former.mode, former.place)
      != (title, startsAt, endsAt, timeZone, mode, place)
  }

  /// A meeting cannot have begun long before its time: a wrong reference is told instead of
  /// wrecking a meeting to come.
  package mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    let begun: [State] = [.inSession, .held]
    guard let state = State(rawValue: transition.to), begun.contains(state),
      let day, writing.now.local(in: zone).day < day
    else { return [] }
    return [Fault("meetingNotYet", at: "/to", ["day": day.description])]
  }

  /// Every meeting has an agenda from the start.
  package func begin(on occasion: Occasion, in writing: Writing) throws {
    var agenda = Agenda()
    agenda.header.number = header.number
    agenda.header.illustrative = header.illustrative
    agenda.meeting = id
    try writing.create(agenda, visibility: header.visibility, on: occasion)
  }

  package func finish(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws {
    if transition.to == State.held.rawValue { try writing.settleDue(at: self) }
  }

  /// The agenda's file begins with what the meeting says of itself.
  package func follow(_ former: Meeting?, on occasion: Occasion, in writing: Writing) throws {
    guard let former, former.header.state == header.state else { return }
    if header.state == State.held.rawValue, former.day != day { try writing.settleDue(at: self) }
    try writing.touch(ID<Agenda>(header.number), by: self, former, on: occasion)
    if former.header.visibility != header.visibility, !occasion.contains(.agendaFile) {
      try writing.followVisibility(
        of: self, former: former.header.visibility, on: occasion)
    }
  }

  package static let momentaryFilters: Set = ["upcoming"]

  /// `upcoming=true`: those that have not ended yet.
  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? {
    guard name == "upcoming" else { return nil }
    // By their end first: of all meetings few are still to come.
    return """
      t.number IN (SELECT m.number FROM meetings m WHERE m.ends_at > \(reading.now.milliseconds))
      """
  }
}

extension Writing {
  /// Sets what a record that belongs to a meeting takes from it.
  func place<R: Record>(
    _ record: inout R, at meeting: ID<Meeting>, _ body: WritableKeyPath<R, ID<Body>>
  ) throws -> Meeting? {
    guard let meeting = try load(meeting) else { return nil }
    record[keyPath: body] = meeting.body
    record.header.network = meeting.header.network
    if R.type.sharesNumberWithMeeting { record.header.number = meeting.header.number }
    return meeting
  }
}
