package import HubModel
package import HubSQL

extension ActionItem: Stored {
  package static let table = RecordTable<ActionItem>()

  package mutating func reconcile(
    _ sent: Set<String>, over former: ActionItem, in reading: Reading
  ) throws -> [Fault] { try readDue(sent, over: former, in: reading) }

  package mutating func settle(from former: ActionItem?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    let item = try writing.place(&self, under: item)
    if let item { body = item.body }
    if let network = try writing.network(of: body) { header.network = network }
    nameOnce()
    let wider = try keepNameInBody(former, in: writing)
    guard wider.isEmpty else { return wider }
    try settleDue(at: item, in: writing)
    let isMoved = former.map { !isDueAlike($0) } ?? true
    if let former {
      if !occasion.contains(.minutes) {
        if isMoved || assignment != former.assignment { try checkPlanning(former, in: writing) }
        if isMoved { keepFirst(of: former) }
      }
    } else if let item {
      provisional = try writing.isProvisional(item.meeting)
    }
    if let item, former.map({ ($0.title, $0.details) != (title, details) }) ?? true,
      try !writing.isLateTranslation(self, former, of: item.meeting)
    {
      let faults = try writing.lockFaults(item.meeting, on: occasion)
      guard faults.isEmpty else { return faults }
    }
    if let item, let former, former.assignment != assignment || !said.isAlike(former.said) {
      let faults = try writing.frozenFaults(item.meeting, on: occasion)
      guard faults.isEmpty else { return faults }
    }
    guard let item, let dueOn, dueOn != former?.dueOn, due != Due.nextMeeting.code,
      let held = try writing.load(item.meeting)?.day, dueOn < held
    else { return [] }
    return [
      Fault(
        "dueBeforeMeeting", at: "/dueOn",
        ["due": dueOn.description, "meeting": held.description])
    ]
  }

  /// The minutes say who does what by when; how the work goes on is no matter of theirs.
  package func follow(_ former: ActionItem?, on occasion: Occasion, in writing: Writing) throws {
    let isSame = former.map {
      ($0.title, $0.details) == (title, details) && $0.assignment == assignment
        && said.isAlike($0.said)
    }
    if isSame != true { try writing.touchMinutes(of: item, by: self, former, on: occasion) }
  }

  /// Only a facilitator or staff moves a due date or hands the work to somebody else.
  private func checkPlanning(_ former: ActionItem, in writing: Writing) throws {
    let roles = writing.caller.roles(for: former.header, former.scope)
    if roles.isDisjoint(with: Self.planners) { throw writing.refusal(needing: Self.planners) }
  }

  package mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    switch State(rawValue: transition.to) {
    case .done: doneOn = try writing.today(in: header.network)
    case .open: doneOn = nil
    default: break
    }
    return []
  }

  package func keepBeside(_ former: ActionItem?, in writing: Writing) throws {
    guard coAssignees != former?.coAssignees ?? [] else { return }
    try CoAssignees.keep(coAssignees, of: id, writing.connection)
  }

  package static func condition(
    forField name: String, naming other: Reference?, in reading: Reading
  ) -> SQL? {
    guard name == "assignee" else { return nil }
    return other.map { CoAssignees.condition(person: $0.number) }
      ?? "(t.assignee IS NULL AND t.organization IS NULL AND t.assignee_name IS NULL)"
  }

  /// `mine`, `open`, `overdue` and `dueSoon` (within a week), each `true`.
  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? {
    let open: SQL = "t.state IN ('open', 'inProgress', 'blocked')"
    // As the index has it, in which those without a day come last.
    let due: SQL = "COALESCE(t.due_on, 9223372036854775807)"
    switch name {
    case "mine":
      guard let person = reading.caller.person else { throw Refusal.signInRequired }
      return CoAssignees.condition(person: person.number)
    case "open": return open
    // The bound that is the same for all rows is the one that goes along the index.
    case "overdue":
      let days = try reading.todays()
      return "\(open) AND \(due) < \(days.latest.number) AND \(due) < \(days.ofRow)"
    case "dueSoon":
      let days = try reading.todays()
      let last = days.latest.adding(days: 7).number
      return """
        \(open) AND \(due) BETWEEN \(days.earliest.number) AND \(last) \
        AND \(due) - \(days.ofRow) BETWEEN 0 AND 7
        """
    default: return nil
    }
  }
}
