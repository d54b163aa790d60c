import HubApp
import HubModel

/// What all records of a meeting share.
struct Sitting {
  let index: Int
  let body: Int
  let network: Int64
  let visibility: Visibility
  let day: Int
  let at: Moment
  let author: Int64
}

extension Generator {
  /// A meeting with its agenda, items, minutes and everything that it concluded.
  mutating func meeting(_ index: Int, in writing: Writing) throws {
    let body = Int(dice.next() % UInt64(plan.bodies))
    let day = Plan.firstDay + index * (Plan.lastDay - Plan.firstDay) / plan.meetings
    let sitting = Sitting(
      index: index, body: body, network: network(of: body), visibility: visibility(of: body),
      day: day, at: Moment(milliseconds: Int64(day) * 86_400_000 + 57_600_000),
      author: members[body].first ?? 1)
    let number = next(.meeting)
    var record = Meeting()
    record.header = header(number, sitting, sitting.visibility, state: "scheduled")
    record.body = ID(Int64(body) + 1)
    record.title = localized(vocabulary.text(6, &dice))
    record.startsAt = sitting.at
    record.endsAt = sitting.at.adding(minutes: 180)
    record.place = localized(vocabulary.text(3, &dice))
    record.introduction = localized(vocabulary.text(30, &dice))
    try keep(record, through: ["convened", "held"], in: writing)
    try papers(number, sitting, in: writing)
    var items: [Int64] = []
    for position in 1...plan.itemsPerMeeting {
      items.append(try item(number, position, sitting, in: writing))
    }
    if index % 2 == 0 { try decision(items[1], sitting, in: writing) }
    for turn in share(plan.actions, index) {
      try action(turn, items[turn % items.count], sitting, in: writing)
    }
    for turn in share(plan.recommendations, index) {
      let recommendation = try recommendation(turn, items[2], sitting, in: writing)
      if index % plan.meetingsPerFunding == 0 {
        try funding(recommendation, sitting, in: writing)
      }
    }
  }

  /// Which of `total` things belong to a meeting, spread evenly.
  private func share(_ total: Int, _ index: Int) -> Range<Int> {
    index * total / plan.meetings..<(index + 1) * total / plan.meetings
  }

  /// As `body(_:_:in:)` set it.
  private func visibility(of body: Int) -> Visibility {
    if body % 10 == 7 { return .inCamera }
    return [.network, .network, .network, .body, .public][body % 5]
  }

  func header(
    _ number: Int64, _ sitting: Sitting, _ visibility: Visibility, state: String = ""
  ) -> Header {
    header(number, sitting.network, visibility, sitting.at, state: state, by: sitting.author)
  }

  private mutating func papers(_ meeting: Int64, _ sitting: Sitting, in writing: Writing) throws {
    var agenda = Agenda()
    agenda.header = header(meeting, sitting, sitting.visibility, state: "draft")
    agenda.meeting = ID(meeting)
    agenda.body = ID(Int64(sitting.body) + 1)
    agenda.edition = 1
    try keep(agenda, through: ["published", "closed"], in: writing)
    var minutes = Minutes()
    minutes.header = header(meeting, sitting, sitting.visibility, state: "drafting")
    minutes.meeting = ID(meeting)
    minutes.body = agenda.body
    minutes.edition = 1
    try keep(minutes, through: ["approved", "published"], in: writing)
  }

  private mutating func item(
    _ meeting: Int64, _ position: Int, _ sitting: Sitting, in writing: Writing
  ) throws -> Int64 {
    let number = next(.agendaItem)
    var record = AgendaItem()
    // Now and then an item is for fewer people than its meeting.
    let visibility = dice.falls(0.05) ? max(sitting.visibility, .inCamera) : sitting.visibility
    record.header = header(number, sitting, visibility, state: "planned")
    record.meeting = ID(meeting)
    record.body = ID(Int64(sitting.body) + 1)
    record.position = position
    record.title = localized(text(7))
    record.purpose = [.information, .discussion, .decision][position % 3]
    record.duration = 30
    record.presenter = members[sitting.body].isEmpty ? nil : ID(dice.pick(members[sitting.body]))
    record.text = localized(text(35))
    record.notes = localized(vocabulary.text(60, &dice))
    record.onPublishedAgenda = true
    try keep(record, through: ["dealtWith"], in: writing)
    return number
  }

  private mutating func decision(_ item: Int64, _ sitting: Sitting, in writing: Writing) throws {
    var record = Decision()
    record.header = header(next(.decision), sitting, sitting.visibility)
    record.item = ID(item)
    record.body = ID(Int64(sitting.body) + 1)
    record.takenOn = Day(number: sitting.day)
    record.text = localized(text(20))
    record.provisional = false
    try keep(record, in: writing)
  }

  /// A text in which the common word stands as often as makes it stand in three records of ten.
  mutating func text(_ count: Int) -> (en: String, fr: String) {
    vocabulary.text(count, &dice, with: dice.falls(0.3) ? Vocabulary.common : nil)
  }
}
