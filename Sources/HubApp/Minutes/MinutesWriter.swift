import HubModel

/// Writes what a minutes file changes.
struct MinutesWriter {
  let file: MinutesFile
  let records: MinutesRecords
  let minutes: Minutes
  let occasion: Occasion
  let writing: Writing

  init(
    _ file: MinutesFile, _ records: MinutesRecords, _ minutes: Minutes, on occasion: Occasion,
    in writing: Writing
  ) {
    self.occasion = occasion
    self.file = file
    self.records = records
    self.minutes = minutes
    self.writing = writing
  }

  /// Why something changes that was recorded before.
  private func reason() throws -> String {
    try writing.said("minutes.correction", in: minutes.header.network)
  }

  /// - Returns: the references of the outcomes that were made.
  func write(_ plan: MinutesPlan) throws -> [Reference] {
    try write(plan.attendance)
    var created: [Reference] = []
    for item in plan.items where !item.isEmpty { created += try write(item) }
    return created
  }

  private func write(_ plan: AttendancePlan) throws {
    for record in plan.removed {
      try writing.advance(record, to: Attendance.State.withdrawn.rawValue, on: occasion)
    }
    for (former, record) in plan.changed {
      try writing.adjust(former, on: occasion) { $0 = record }
    }
    for draft in plan.added {
      var draft = draft
      draft.header.illustrative = records.meeting.header.illustrative
      try writing.create(draft, visibility: .body, on: occasion)
    }
  }

  private func write(_ plan: MinutesPlan.ItemPlan) throws -> [Reference] {
    var item = try added(plan)
    var fresh = records
    if let visibility = plan.visibility {
      item = try writing.adjust(item, on: occasion) { $0.header.visibility = visibility }
      // What was said of it and concluded has followed.
      fresh = try MinutesRecords.of(records.meeting, in: writing)
    }
    if let state = plan.state { item = try move(item, to: state) }
    try ReviewWriter(item, on: occasion, in: writing).write(plan.newReviews)
    if plan.notes != nil || plan.information != nil || plan.reviews != nil || plan.sitting != nil {
      try writeNotes(plan, of: item, former: fresh.notes[item.id])
    }
    let known = Dictionary(
      (fresh.outcomes[item.id] ?? []).map { ($0.reference, $0) }
    ) { first, _ in first }
    for record in plan.removed { try takeBack(known[record.reference] ?? record) }
    var created: [Reference] = []
    var motion: Reference?
    for change in plan.outcomes where change.fate != .removed {
      var outcome = change.outcome
      if outcome.isAmendment, outcome.amends == nil { outcome.amends = motion }
      var reference = change.record?.reference
      if let record = change.record {
        try update(known[record.reference] ?? record, outcome, change)
      } else {
        reference = try create(outcome, at: item, rank: change.rank)
        created += [reference].compactMap(\.self)
      }
      if outcome.kind == .decision, !outcome.isAmendment { motion = reference }
    }
    return created
  }

  /// An item that was taken up at the meeting stands behind those of the agenda.
  /// What is not for everybody never was.
  private func added(_ plan: MinutesPlan.ItemPlan) throws -> AgendaItem {
    guard plan.isAdded else { return plan.item }
    var draft = plan.item
    draft.header.illustrative = records.meeting.header.illustrative
    return try writing.create(
      draft, visibility: plan.visibility ?? draft.header.visibility, on: occasion)
  }

  private func move(_ item: AgendaItem, to state: AgendaItem.State) throws -> AgendaItem {
    var item = item
    if item.header.state != AgendaItem.State.planned.rawValue {
      item = try writing.advance(
        item, to: AgendaItem.State.planned.rawValue, reason: try reason(), on: occasion)
    }
    guard state != .planned else { return item }
    return try writing.advance(item, to: state.rawValue, reason: try reason(), on: occasion)
  }

  private func writeNotes(
    _ plan: MinutesPlan.ItemPlan, of item: AgendaItem, former: ItemNotes?
  ) throws {
    if let former {
      try writing.adjust(former, on: occasion) {
        $0.notes = plan.notes.map(\.orNil) ?? $0.notes
        $0.information = plan.information.map(\.orNil) ?? $0.information
        $0.reviews = plan.reviews ?? $0.reviews
        plan.sitting?.apply(to: &$0)
        $0.header.visibility = item.header.visibility
        RecordJSON.markStale(&$0, former: former, on: occasion)
      }
      return
    }
    var draft = ItemNotes()
    draft.item = item.id
    draft.header.illustrative = item.header.illustrative
    draft.notes = plan.notes?.orNil
    draft.information = plan.information?.orNil
    draft.reviews = plan.reviews ?? []
    plan.sitting?.apply(to: &draft)
    try writing.create(draft, visibility: item.header.visibility, on: occasion)
  }

  private func create(
    _ outcome: MinutesDocument.Outcome, at item: AgendaItem, rank: Int?
  ) throws -> Reference {
    let visibility = max(item.header.visibility, minutes.header.visibility)
    func make<R: Stored>(_ draft: R) throws -> Reference {
      var draft = draft
      draft.header.illustrative = item.header.illustrative
      return try writing.create(draft, visibility: visibility, on: occasion).reference
    }
    switch outcome.kind {
    case .decision, .information:
      var draft = Decision()
      draft.item = item.id
      outcome.apply(to: &draft, people: file.people, items: file.covered)
      draft.rank = rank
      return try make(draft)
    case .action:
      var draft = ActionItem()
      (draft.item, draft.body) = (item.id, item.body)
      outcome.apply(to: &draft, people: file.people)
      draft.rank = rank
      return try make(draft)
    case .recommendation:
      var draft = Recommendation()
      (draft.item, draft.body) = (item.id, item.body)
      outcome.apply(to: &draft)
      draft.rank = rank
      return try make(draft)
    }
  }

  private func update(
    _ record: OutcomeRecord, _ outcome: MinutesDocument.Outcome, _ change: MinutesPlan.OutcomePlan
  ) throws {
    let isUpdated = change.fate == .updated
    guard isUpdated || change.rank != nil else { return }
    switch record {
    case .decision(let former):
      try writing.adjust(former, on: occasion) {
        if isUpdated { outcome.apply(to: &$0, people: file.people, items: file.covered) }
        $0.rank = change.rank ?? $0.rank
        RecordJSON.markStale(&$0, former: former, on: occasion)
      }
    case .action(let former):
      try writing.adjust(former, on: occasion) {
        if isUpdated { outcome.apply(to: &$0, people: file.people) }
        // What was moved since is not moved back by a line that goes on saying what was said first.
        if records.isLocked, $0.said.isAlike(former.firstSaid) { $0.takeDue(of: former) }
        $0.rank = change.rank ?? $0.rank
        RecordJSON.markStale(&$0, former: former, on: occasion)
      }
    case .recommendation(let former):
      try writing.adjust(former, on: occasion) {
        if isUpdated { outcome.apply(to: &$0) }
        $0.rank = change.rank ?? $0.rank
        RecordJSON.markStale(&$0, former: former, on: occasion)
      }
    }
  }

  /// Nothing is deleted: a decision is withdrawn, an action cancelled, a recommendation withdrawn.
  private func takeBack(_ record: OutcomeRecord) throws {
    switch record {
    case .decision(let former):
      try writing.advance(
        former, to: Decision.State.withdrawn.rawValue, reason: try reason(), on: occasion)
    case .action(let former):
      try writing.advance(
        former, to: ActionItem.State.cancelled.rawValue, reason: try reason(), on: occasion)
    case .recommendation(let former):
      try writing.advance(
        former, to: Recommendation.State.withdrawn.rawValue, reason: try reason(), on: occasion)
    }
  }
}
