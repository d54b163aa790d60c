package import HubModel

extension Decision: Stored {
  package static let table = RecordTable<Decision>()

  package mutating func settle(from former: Decision?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    guard let item = try writing.place(&self, under: item) else { return [] }
    body = item.body
    takenOn = try writing.load(item.meeting)?.day
    let unknown = try nameVoters(in: writing)
    let faults = try unknown + motionFaults(former, at: item, in: writing)
    guard faults.isEmpty else { return faults }
    guard let former else {
      provisional = try writing.isProvisional(item.meeting)
      // Who was there is known once all of a file is written.
      if !occasion.contains(.minutes), let meeting = try writing.load(item.meeting) {
        withoutQuorum = writing.isWithoutQuorum(
          item.id, try writing.notes(of: meeting.id), missed: try writing.misses(meeting))
      }
      return try writing.lockFaults(item.meeting, on: occasion)
    }
    guard isOther(than: former),
      try !writing.isLateTranslation(self, former, of: item.meeting)
    else { return [] }
    return try writing.lockFaults(item.meeting, on: occasion)
  }

  /// Whoever voted is kept by reference, however they were named: a handle may be hidden from readers.
  private mutating func nameVoters(in writing: Writing) throws -> [Fault] {
    let handles = rollCall.map(\.voter).filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
    guard !handles.isEmpty else { return [] }
    let people = try writing.people(withHandles: Set(handles))
    for index in rollCall.indices where rollCall[index].voter.hasPrefix("@") {
      guard let person = people[String(rollCall[index].voter.dropFirst())] else { continue }
      rollCall[index].voter = person.description
    }
    return rollCall.enumerated().filter { $0.element.voter.hasPrefix("@") }.map { index, vote in
      Fault(
        "unknownHandle", at: "/rollCall/\(index)", ["handle": String(vote.voter.dropFirst())])
    }
  }

  /// Whether the minutes would say something else of it.
  private func isOther(than former: Decision) -> Bool {
    let untold: Set = ["provisional", "rank", "takenOn", "body"]
    return former.header.state != header.state
      || Self.fields.contains {
        !untold.contains($0.name) && $0.cells(of: former) != $0.cells(of: self)
      }
  }

  /// A motion is amended, and items are settled together, at one meeting; at a workers’ forum nobody
  /// is named for what they asked or how they voted.
  private func motionFaults(
    _ former: Decision?, at item: AgendaItem, in writing: Writing
  ) throws -> [Fault] {
    var faults: [Fault] = []
    if let amends, amends != former?.amends {
      let motion = try writing.load(amends)
      let place = try motion.flatMap { try writing.load($0.item)?.meeting }
      if place != item.meeting || motion?.amends != nil {
        faults.append(
          Fault("amendsElsewhere", at: "/amends", ["ref": amends.reference.description]))
      }
    }
    if covers != former?.covers ?? [] {
      for (index, other) in covers.enumerated()
      where try other == self.item || writing.load(other)?.meeting != item.meeting {
        faults.append(
          Fault("coversElsewhere", at: "/covers/\(index)", ["ref": other.reference.description]))
      }
    }
    // A body that becomes a forum keeps what its minutes said before.
    if namesPeople, former.map(namesOthers(than:)) ?? true,
      try writing.load(item.body)?.workersForum == true
    {
      faults.append(Fault("noMoversAtForum", at: "/mover"))
    }
    return faults
  }

  private func namesOthers(than former: Decision) -> Bool {
    (mover, moverName, seconder, seconderName) != (
      former.mover, former.moverName, former.seconder, former.seconderName
    ) || rollCall != former.rollCall
  }

  private var namesPeople: Bool {
    mover != nil || moverName != nil || seconder != nil || seconderName != nil || !rollCall.isEmpty
  }

  package func follow(_ former: Decision?, on occasion: Occasion, in writing: Writing) throws {
    try writing.touchMinutes(of: item, by: self, former, on: occasion)
  }
}
