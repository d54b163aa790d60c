import HubModel
import HubSQL

extension ActionItem {
  /// Reads what was typed for when it is due, and lets a day take the place of words and words the
  /// place of a day. What was not changed is left as it is.
  mutating func readDue(
    from former: ActionItem?, at item: AgendaItem?, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    if let typed = due, typed != former?.due {
      return try readDue(typed, from: former, at: item, in: writing)
    }
    guard !occasion.contains(.minutes), let former, let known = former.due else { return [] }
    if due == nil {
      if dueOn == former.dueOn { dueOn = nil }
    } else if dueOn != former.dueOn,
      try dueOn == nil || dueOn != lastDay(known, at: item, in: writing)
    {
      due = nil
    }
    return []
  }

  private mutating func readDue(
    _ typed: String, from former: ActionItem?, at item: AgendaItem?, in writing: Writing
  ) throws -> [Fault] {
    let given = dueOn == former?.dueOn ? nil : dueOn
    let today = try writing.today(in: header.network)
    let from = try item.flatMap { try writing.load($0.meeting)?.day } ?? today
    let said = Due(code: typed) ?? DueWords.due(typed, from: from)
    guard said != nil || HumanDate.day(typed, from: from) != nil else {
      return [Fault("unknownDue", at: "/due", ["text": typed])]
    }
    due = said?.code
    dueOn = said == nil ? HumanDate.day(typed, from: from) : said?.lastDay
    guard let given, given != dueOn, said != .nextMeeting else { return [] }
    return [Fault("dueTwice", at: "/dueOn", ["day": given.description])]
  }

  /// The day that follows from what was said.
  mutating func settleDue(at item: AgendaItem?, in writing: Writing) throws {
    guard let due else { return }
    dueOn = try lastDay(due, at: item, in: writing)
  }

  private func lastDay(
    _ due: String, at item: AgendaItem?, in writing: Writing
  ) throws -> Day? {
    guard let due = Due(code: due) else { return nil }
    guard due == .nextMeeting else { return due.lastDay }
    let start = try item.flatMap { try writing.load($0.meeting)?.startsAt } ?? header.created
    return try writing.nextHeld(of: body, after: start)?.day
  }
}

extension Reading {
  /// The first meeting of a body that was held after a moment.
  fileprivate func nextHeld(of body: ID<Body>, after start: Moment) throws -> Meeting? {
    let meetings: [Meeting] = try loadAll(
      where: """
        t.body = \(body.number) AND t.starts_at > \(start.milliseconds) AND t.state = 'held'
        """, orderedBy: "t.starts_at, t.number LIMIT 1")
    return meetings.first
  }
}

extension Writing {
  /// What was to be done by the next meeting is due on its day, now that it was held.
  func settleDue(at meeting: Meeting) throws {
    let waiting: [ActionItem] = try loadAll(
      where: """
        t.body = \(meeting.body.number) AND t.state IN ('open', 'inProgress', 'blocked') \
        AND t.due = 'nextMeeting' AND t.due_on IS NULL
        """)
    // The day is nobody's to move: it follows.
    for action in waiting { try adjust(action, on: [.minutes, .erratum]) { _ in } }
  }
}
