import HubModel
import HubSQL

extension ActionItem {
  /// Reads what was typed for when it is due, and lets a day take the place of words and words the
  /// place of a day. What is sent back as it was read changes nothing.
  mutating func readDue(
    _ sent: Set<String>, over former: ActionItem, in reading: Reading
  ) throws -> [Fault] {
    guard sent.contains("due") else {
      if sent.contains("dueOn") { due = nil }
      return []
    }
    let isDaySent = sent.contains("dueOn")
    if isDaySent, (due, dueOn) == (former.due, former.dueOn) { return [] }
    guard let typed = due else {
      if !isDaySent, former.due != nil { dueOn = nil }
      return []
    }
    let sentDay = isDaySent ? dueOn : nil
    let from = try dayOfSaying(in: reading)
    let said = Due(code: typed) ?? DueWords.due(typed, from: from)
    let day = said == nil ? HumanDate.day(typed, from: from) : said?.lastDay
    if let before = DueWords.dayBefore(typed, from: from) {
      return [Fault("dueBeforePeriod", at: "/due", ["text": typed, "day": before.description])]
    }
    guard day != nil || said.map({ $0.lastDay == nil }) ?? false, said?.isFar(from: from) != true
    else { return [Fault("unknownDue", at: "/due", ["text": typed])] }
    (due, dueOn) = (said?.code, day)
    if said == .nextMeeting { dueSaidOn = from }
    guard let sentDay, sentDay != day else { return [] }
    return [Fault("dueTwice", at: "/dueOn", ["day": sentDay.description])]
  }

  /// The day from which what is said now counts: today, or the day of its meeting where that is still
  /// to come.
  private func dayOfSaying(in reading: Reading) throws -> Day {
    let meeting = try item.flatMap { try reading.load($0) }.flatMap { try reading.load($0.meeting) }
    let network = try meeting?.header.network ?? reading.load(body)?.header.network
    let today = try reading.today(in: network ?? header.network)
    return max(today, meeting?.day ?? today)
  }

  /// The day that follows from what was said.
  mutating func settleDue(at item: AgendaItem?, in writing: Writing) throws {
    let due = due.flatMap { Due(code: $0) }
    guard due == .nextMeeting else {
      dueSaidOn = nil
      if let due { dueOn = due.lastDay }
      return
    }
    let from = try dueSaidOn ?? item.flatMap { try writing.load($0.meeting)?.day }
    dueOn = try from.flatMap { try writing.dayHeld(by: body, after: $0) }
  }
}

extension Reading {
  /// The day of the first meeting of a body that was held after a day.
  fileprivate func dayHeld(by body: ID<Body>, after day: Day) throws -> Day? {
    // In the farthest zone the day after begins so long before it does in UTC; what else falls in
    // between is few.
    let begins = Int64(day.number + 1) * 86_400_000 - 14 * 3_600_000
    let meetings: [Meeting] = try loadAll(
      where: """
        t.body = \(body.number) AND t.starts_at >= \(begins) AND t.state = 'held'
        """, orderedBy: "t.starts_at, t.number LIMIT 20")
    return meetings.lazy.compactMap(\.day).first { $0 > day }
  }
}

extension Writing {
  /// What was to be done by the next meeting is due on its day, now that it was held or its day was
  /// put right.
  func settleDue(at meeting: Meeting) throws {
    let waiting: [ActionItem] = try loadAll(
      where: """
        t.body = \(meeting.body.number) AND t.state IN ('open', 'inProgress', 'blocked') \
        AND t.due = 'nextMeeting'
        """)
    // The day is nobody's to move: it follows.
    for action in waiting { try adjust(action, on: [.minutes, .erratum]) { _ in } }
  }
}
