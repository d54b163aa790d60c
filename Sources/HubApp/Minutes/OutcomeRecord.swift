import HubModel

/// A record of what an item concluded.
enum OutcomeRecord {
  case decision(Decision)
  case action(ActionItem)
  case recommendation(Recommendation)

  var reference: Reference {
    switch self {
    case .decision(let record): record.reference
    case .action(let record): record.reference
    case .recommendation(let record): record.reference
    }
  }

  var item: ID<AgendaItem> {
    switch self {
    case .decision(let record): record.item
    case .action(let record): record.item ?? ID(0)
    case .recommendation(let record): record.item ?? ID(0)
    }
  }

  /// The people who do what an action says.
  var assignees: [ID<Person>] {
    if case .action(let record) = self { record.people } else { [] }
  }

  /// The people whom a motion names.
  var movers: [ID<Person>] {
    guard case .decision(let record) = self else { return [] }
    return [record.mover, record.seconder].compactMap(\.self)
      + record.rollCall.compactMap(\.person)
  }

  /// The items that a decision that was carried settles with its own.
  var covers: [ID<AgendaItem>] {
    guard case .decision(let record) = self, record.disposition == .carried else { return [] }
    return record.covers
  }

  /// Its place among what its item concluded; nil where nobody put it anywhere.
  var rank: Int? {
    switch self {
    case .decision(let record): record.rank
    case .action(let record): record.rank
    case .recommendation(let record): record.rank
    }
  }

  /// Whether it was taken back before the minutes were approved: they do not say it then.
  var isTakenBack: Bool {
    switch self {
    case .decision(let record): record.header.state == Decision.State.withdrawn.rawValue
    case .action(let record):
      record.provisional && record.header.state == ActionItem.State.cancelled.rawValue
    case .recommendation(let record):
      record.provisional && record.header.state == Recommendation.State.withdrawn.rawValue
    }
  }

  /// - Parameters:
  ///   - items: how people call the items of the meeting.
  ///   - isFinal: the minutes say what was promised then, wherever the day was moved to.
  func outcome(
    handles: [ID<Person>: String], items: [ID<AgendaItem>: String], isFinal: Bool
  ) -> MinutesDocument.Outcome {
    switch self {
    case .decision(let record):
      var outcome = MinutesDocument.Outcome(.decision)
      outcome.reference = record.reference
      outcome.text = record.text.written
      outcome.details = (record.details ?? LocalizedText()).written
      outcome.disposition = record.disposition
      outcome.method = record.method
      outcome.votes = record.votes
      outcome.castingVote = record.castingVote
      outcome.rollCall = record.rollCall.map { vote in
        let handle = vote.person.flatMap { handles[$0] }
        return RollCallVote(handle.map { "@" + $0 } ?? vote.voter, vote.side)
      }
      outcome.resolution = record.resolution
      outcome.mover = record.mover.flatMap { handles[$0] }.map { "@" + $0 } ?? record.moverName
      outcome.seconder =
        record.seconder.flatMap { handles[$0] }.map { "@" + $0 } ?? record.seconderName
      outcome.amends = record.amends?.reference
      outcome.isAmendment = record.amends != nil
      outcome.covers = record.covers.map { items[$0] ?? $0.description }
      return outcome
    case .action(let record):
      var outcome = MinutesDocument.Outcome(.action)
      outcome.reference = record.reference
      outcome.text = record.title.written
      outcome.details = (record.details ?? LocalizedText()).written
      outcome.assignees = record.people.compactMap { handles[$0] }
      outcome.organization = record.organization?.reference
      outcome.names = [record.assigneeName?.written].compactMap(\.self)
      let said = isFinal ? record.firstSaid : record.said
      (outcome.due, outcome.dueOn) = (said.due, said.due == nil ? said.day : nil)
      return outcome
    case .recommendation(let record):
      var outcome = MinutesDocument.Outcome(.recommendation)
      outcome.reference = record.reference
      outcome.text = record.title.written
      outcome.details = (record.text ?? LocalizedText()).written
      outcome.addressees = record.addressees.map(\.reference)
      outcome.advice = record.kind
      outcome.themes = record.themes
      outcome.area = (record.priorityArea ?? LocalizedText()).written
      return outcome
    }
  }
}

extension MinutesDocument.Outcome {
  /// Sets what a line of the minutes says of a decision.
  ///
  /// - Parameter items: those of the meeting, by how the file calls them.
  func apply(
    to record: inout Decision, people: [String: ID<Person>], items: [String: ID<AgendaItem>]
  ) {
    record.text = text
    record.details = details.orNil
    record.disposition = disposition
    record.method = method
    record.votes = votes
    record.castingVote = castingVote
    record.rollCall = rollCall.map { vote in
      let person = Self.named(vote.voter, people).0
      return RollCallVote(person?.description ?? vote.voter, vote.side)
    }
    record.resolution = resolution
    (record.mover, record.moverName) = Self.named(mover, people)
    (record.seconder, record.seconderName) = Self.named(seconder, people)
    record.covers = covers.compactMap { items[$0] }
    record.amends = amends.map { ID<Decision>($0.number) }
  }

  /// Somebody with an account, or somebody by name.
  private static func named(
    _ text: String?, _ people: [String: ID<Person>]
  ) -> (ID<Person>?, String?) {
    guard let text, text.hasPrefix("@") else { return (nil, text) }
    return (people[String(text.dropFirst())], nil)
  }

  func apply(to record: inout ActionItem, people: [String: ID<Person>]) {
    record.title = text
    record.details = details.orNil
    record.people = assignees.compactMap { people[$0] }
    record.organization = organization.flatMap { ID<Organization>($0) }
    record.assigneeName = names.first.map { NamedParticipant($0) }
    (record.due, record.dueOn) = (due?.code, dueOn ?? due?.lastDay)
  }

  func apply(to record: inout Recommendation) {
    record.title = text
    record.text = details.orNil
    record.kind = advice
    record.addressees = addressees.compactMap { ID<Organization>($0) }
    record.themes = themes
    record.priorityArea = area.orNil
  }
}
