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

  var assignee: ID<Person>? {
    if case .action(let record) = self { record.assignee } else { nil }
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

  /// - Parameter isFinal: the minutes say what was promised then, wherever the day was moved to.
  func outcome(handles: [ID<Person>: String], isFinal: Bool) -> MinutesDocument.Outcome {
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
      return outcome
    case .action(let record):
      var outcome = MinutesDocument.Outcome(.action)
      outcome.reference = record.reference
      outcome.text = record.title.written
      outcome.details = (record.details ?? LocalizedText()).written
      outcome.assignee = record.assignee.flatMap { handles[$0] }
      outcome.dueOn = isFinal ? record.firstDueOn ?? record.dueOn : record.dueOn
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
  func apply(to record: inout Decision) {
    record.text = text
    record.details = details.orNil
    record.disposition = disposition
    record.method = method
    record.votes = votes
    record.castingVote = castingVote
  }

  func apply(to record: inout ActionItem, people: [String: ID<Person>]) {
    record.title = text
    record.details = details.orNil
    record.assignee = assignee.flatMap { people[$0] }
    record.dueOn = dueOn
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
