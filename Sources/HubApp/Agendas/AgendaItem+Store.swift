package import HubModel
package import HubSQL

extension AgendaItem: Stored {
  package static let table = RecordTable<AgendaItem>()

  package mutating func settle(from former: AgendaItem?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    guard try writing.place(&self, at: meeting, \.body) != nil else { return [] }
    nameOnce()
    var faults: [Fault] = []
    if let former { faults += try forumFaults(former, in: writing) }
    if former == nil, let agenda = try writing.load(ID<Agenda>(meeting.number)) {
      let writers = writing.caller.roles(for: header, scope).isDisjoint(with: Self.writers) == false
      if agenda.isReleased, !writers { faults.append(Fault("agendaIsPublished")) }
      if position == 0 { position = try writing.items(of: meeting).count + 1 }
    }
    if session != nil, try writing.load(body)?.kind.features.hasSessions == false {
      faults.append(Fault("noSessionsForKind", at: "/session"))
    }
    if carriedFrom != former?.carriedFrom {
      let origin = try carriedFrom.flatMap { try writing.load($0) }
      let wasDeferred = origin?.header.state == State.deferred.rawValue
      timesDeferred = (origin?.timesDeferred ?? 0) + (wasDeferred ? 1 : 0)
    }
    if try writing.isLateTranslation(self, former, of: meeting) { return faults }
    return try faults + writing.lockFaults(meeting, on: occasion)
  }

  /// Nobody without an account is named to more people than the members of a workers’ forum, who was
  /// not before.
  private func forumFaults(_ former: AgendaItem?, in writing: Writing) throws -> [Fault] {
    guard !presenterNames.isEmpty, header.visibility < .body || !header.sharedWith.isEmpty
    else { return [] }
    if let former, former.presenterNames == presenterNames,
      former.header.visibility == header.visibility,
      former.header.sharedWith == header.sharedWith
    {
      return []
    }
    guard try writing.load(body)?.workersForum == true else { return [] }
    return [Fault("noNamesOnForumAgenda", at: "/presenterNames")]
  }

  package func begin(on occasion: Occasion, in writing: Writing) throws {
    // How widely a new one is seen is known only now.
    let faults = try forumFaults(nil, in: writing)
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    guard !occasion.contains(.agendaFile) else { return }
    try writing.makeRoom(for: self, from: nil, on: occasion)
  }

  /// The agenda has changed with its item, and so have the minutes.
  package func follow(_ former: AgendaItem?, on occasion: Occasion, in writing: Writing) throws {
    if former.map(isOtherOnAgenda) ?? true {
      try writing.touch(ID<Agenda>(meeting.number), by: self, former, on: occasion)
    }
    guard let former else { return }
    if former.position != position, occasion.isDisjoint(with: [.agendaFile, .reordering]) {
      try writing.makeRoom(for: self, from: former.position, on: occasion)
    }
    try writing.noteTranslation(self, former, of: meeting, on: occasion)
    if former.header.state != header.state {
      try writing.touch(ID<Minutes>(meeting.number), by: self, former, on: occasion)
    }
    if former.header.visibility != header.visibility {
      try writing.followVisibility(of: self, on: occasion)
    }
  }

  /// Whether the agenda says something else of it; what the minutes say does not count.
  private func isOtherOnAgenda(than former: AgendaItem) -> Bool {
    let withdrawn = State.withdrawn.rawValue
    guard header.visibility == former.header.visibility,
      (header.state == withdrawn) == (former.header.state == withdrawn)
    else { return true }
    return Self.fields.contains {
      !["notes", "information"].contains($0.name) && $0.cells(of: self) != $0.cells(of: former)
    }
  }
}

extension AgendaItem {
  /// A filter for who presents finds whoever does beside others too.
  package static func condition(
    forField name: String, naming other: Reference?, in reading: Reading
  ) -> SQL? {
    guard name == "presenter" else { return nil }
    guard let other else {
      return "(t.presenter IS NULL AND t.co_presenters = '' AND t.presenter_names = '')"
    }
    let listed = ",\(other),"
    return "(t.presenter = \(other.number) OR INSTR(',' || t.co_presenters || ',', \(listed)) > 0)"
  }
}

extension Reading {
  /// The items of a meeting's agenda in their order, whoever asks, without those taken off before
  /// it was published.
  package func items(of meeting: ID<Meeting>) throws -> [AgendaItem] {
    try loadAll(
      where: """
        t.meeting = \(meeting.number) AND (t.state <> 'withdrawn' OR t.on_published_agenda = 1)
        """, orderedBy: "t.position, t.number")
  }
}

extension Writing {
  /// No two items have one place: the others move up or down by one, as far as they must.
  ///
  /// - Parameter former: the place that the item left.
  func makeRoom(
    for item: AgendaItem, from former: Int?, on occasion: Occasion
  ) throws {
    let others = try items(of: item.meeting).filter { $0.id != item.id }
    var taken = item.position
    guard others.contains(where: { $0.position == taken }) else { return }
    let movesDown = former.map { $0 < item.position } ?? false
    for other in movesDown ? others.reversed() : others where other.position == taken {
      let place = taken + (movesDown ? -1 : 1)
      try adjust(other, on: occasion.union(.reordering)) { $0.position = place }
      taken = place
    }
  }

  /// Approved minutes are locked: what was said and concluded there changes by an erratum only.
  func lockFaults(_ meeting: ID<Meeting>, on occasion: Occasion) throws -> [Fault] {
    guard !occasion.contains(.erratum), let minutes = try load(ID<Minutes>(meeting.number)),
      Minutes.isLocked(minutes.header.state)
    else { return [] }
    return [Fault("minutesLocked", ["ref": meeting.description])]
  }

  /// What was approved goes out as it was: until it has, nothing of what it says changes. From then
  /// on the edition keeps it, and the work goes on.
  func frozenFaults(_ meeting: ID<Meeting>, on occasion: Occasion) throws -> [Fault] {
    let waiting = [Minutes.State.approved, .withheld].map(\.rawValue)
    guard !occasion.contains(.erratum), let minutes = try load(ID<Minutes>(meeting.number)),
      waiting.contains(minutes.header.state)
    else { return [] }
    return [Fault("minutesFrozen", ["ref": meeting.description])]
  }

  /// Counts up the version of the minutes that hold what an item concluded.
  func touchMinutes<Outcome: Stored>(
    of item: ID<AgendaItem>?, by outcome: Outcome, _ former: Outcome?, on occasion: Occasion
  ) throws {
    guard let item = try item.flatMap({ try load($0) }) else { return }
    try noteTranslation(outcome, former, of: item.meeting, on: occasion)
    try touch(ID<Minutes>(item.meeting.number), by: outcome, former, on: occasion)
  }

  /// Whether what a meeting concludes still waits for the approval of its minutes.
  func isProvisional(_ meeting: ID<Meeting>) throws -> Bool {
    guard let minutes = try load(ID<Minutes>(meeting.number)) else { return true }
    return !Minutes.isLocked(minutes.header.state)
  }

  /// Sets what an outcome takes from the item that concluded it; answers that item.
  func place<R: Record>(_ outcome: inout R, under item: ID<AgendaItem>?) throws -> AgendaItem? {
    guard let item = try item.flatMap({ try load($0) }) else { return nil }
    outcome.header.network = item.header.network
    return item
  }
}
