package import HubModel
import HubSQL

extension Minutes: Stored {
  package static let table = RecordTable<Minutes>()

  package mutating func settle(from former: Minutes?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    if former == nil { header.number = meeting.number }
    guard let meeting = try writing.place(&self, at: meeting, \.body) else { return [] }
    if let former, Self.isLocked(former.header.state), former.header.state == header.state,
      (former.approvedAt, former.erratum, former.correctionsUntil)
        != (approvedAt, erratum, correctionsUntil)
        || (!occasion.contains(.erratum) && MinutesTimes(former) != MinutesTimes(self))
    {
      return [Fault("minutesLocked", ["ref": meeting.reference.description])]
    }
    let times = MinutesTimes(self)
    if former.map({ MinutesTimes($0) != times }) ?? true {
      let faults = times.faults(at: meeting)
      guard faults.isEmpty else { return faults }
    }
    if former == nil, meeting.header.state != Meeting.State.held.rawValue,
      meeting.header.state != Meeting.State.inSession.rawValue
    {
      return [Fault("meetingNotHeld", at: "/meeting", ["ref": meeting.reference.description])]
    }
    return []
  }

  /// Opening the minutes closes the agenda. They are for no more people than the meeting, and at a
  /// workers' forum for the body unless somebody opens them.
  package func begin(on occasion: Occasion, in writing: Writing) throws {
    let meeting = try writing.load(meeting)?.header.visibility ?? .public
    let isForum = try writing.load(body)?.workersForum ?? false
    let least = max(meeting, isForum ? .body : .public)
    if header.visibility < least {
      try writing.adjust(self, on: occasion) { $0.header.visibility = least }
    }
    guard let agenda = try writing.load(ID<Agenda>(header.number)),
      Agenda.lifeCycle?.transition(from: agenda.header.state, to: "closed") != nil
    else { return }
    try writing.advance(agenda, to: Agenda.State.closed.rawValue, on: occasion)
  }

  package mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    switch State(rawValue: transition.to) {
    case .corrections:
      if correctionsUntil == nil {
        let today = try writing.today(in: header.network)
        correctionsUntil = today.adding(workingDays: Self.workingDaysForCorrections)
      }
      return []
    case .approved: return try approvalFaults(in: writing)
    case .published, .corrected:
      edition += 1
      return try MinutesRules.faults(meeting, in: writing)
    default: return []
    }
  }

  /// A body approves at a later meeting or in writing, and who attended has the time that was
  /// given for corrections: where it was otherwise, the minutes say why.
  package func reasonFault(
    for transition: LifeCycle.Transition, in writing: Writing
  ) throws -> Fault? {
    guard transition.to == State.approved.rawValue else { return nil }
    if let day = correctionsUntil, try writing.today(in: header.network) <= day {
      return Fault("correctionsOpen", at: "/reason", ["day": day.description])
    }
    return approvedAt == nil ? Fault("approvalNotSaid", at: "/approvedAt") : nil
  }

  /// How long those who attended can ask for corrections, unless the minutes say otherwise.
  static let workingDaysForCorrections = 10

  private func approvalFaults(in writing: Writing) throws -> [Fault] {
    guard let item = try approvedAt.flatMap({ try writing.load($0) }) else { return [] }
    let later = try writing.load(item.meeting)
    let own = try writing.load(meeting)
    guard let later, let own, later.body == own.body, own.startsAt < later.startsAt else {
      return [Fault("approvedAtLaterMeeting", at: "/approvedAt")]
    }
    return []
  }

  package func editionText(in writing: Writing) throws -> String {
    guard let meeting = try writing.load(meeting) else { return "" }
    return try MinutesRecords.of(meeting, in: writing).document.written(in: .en)
  }

  /// Approval ends the waiting of what the meeting concluded; publication freezes the edition.
  package func finish(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws {
    switch State(rawValue: transition.to) {
    case .approved:
      try MinutesRules.confirmOutcomes(of: meeting, on: occasion, in: writing)
      try MinutesRules.endItems(of: meeting, on: occasion, in: writing)
    case .corrections:
      try MinutesRules.setDraft(false, of: meeting, on: occasion, in: writing)
    case .drafting:
      try MinutesRules.setDraft(true, of: meeting, on: occasion, in: writing)
    case .published, .corrected:
      try MinutesRules.publish(self, on: occasion, in: writing)
      try Editions.release(self, number: edition, note: erratum, in: writing)
    default: break
    }
  }
}
