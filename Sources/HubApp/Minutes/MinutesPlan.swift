import HubModel

/// What saving a minutes file would change: everything is known before anything is written.
struct MinutesPlan {
  var attendance = AttendancePlan()
  var items: [ItemPlan] = []
  var times = TimesPlan()
  var correctionsUntil: Day?
  /// The file cannot be saved for these.
  var faults: [Fault] = []

  struct ItemPlan {
    let item: AgendaItem
    /// Whether the item is new: it was taken up at the meeting.
    var isAdded: Bool { item.header.number == 0 }
    /// Whether the file has the outcomes that it names in the order of the records.
    var isInOrder = true
    var state: AgendaItem.State?
    var visibility: Visibility?
    var notes: LocalizedText?
    var information: LocalizedText?
    /// All that is said of actions, where that changes.
    var reviews: [ActionReview]?
    /// Who withdrew from it and whether quorum was lost, where that changes.
    var sitting: ItemSitting?
    /// What is said of them that was not said before.
    var newReviews: [MinutesDocument.Review] = []
    /// What is said no longer: nothing of it is undone.
    var droppedReviews: [ActionReview] = []
    /// In the order of the file; after them what the file no longer has.
    var outcomes: [OutcomePlan] = []

    var created: [MinutesDocument.Outcome] {
      outcomes.filter { $0.fate == .created }.map(\.outcome)
    }
    var updated: [OutcomePlan] { outcomes.filter { $0.fate == .updated } }
    var removed: [OutcomeRecord] { records(.removed) }
    var kept: [OutcomeRecord] { records(.kept) }

    /// The order of outcomes is the order written. Records that stand so already keep their places,
    /// those of before there were places too.
    mutating func setRanks() {
      let isNew = outcomes.contains { $0.fate == .created }
      guard isNew || !isInOrder else { return }
      var rank = 0
      for index in outcomes.indices where outcomes[index].fate != .removed {
        rank += 1
        if outcomes[index].record?.rank != rank { outcomes[index].rank = rank }
      }
    }

    private func records(_ fate: OutcomeFate) -> [OutcomeRecord] {
      outcomes.filter { $0.fate == fate }.compactMap(\.record)
    }

    var isEmpty: Bool {
      !isAdded && state == nil && visibility == nil && notes == nil && information == nil
        && reviews == nil && sitting == nil
        && outcomes.allSatisfy { [.unchanged, .kept].contains($0.fate) && $0.rank == nil }
    }
  }

  struct OutcomePlan {
    var outcome: MinutesDocument.Outcome
    let fate: OutcomeFate
    /// None for a new one.
    var record: OutcomeRecord?
    /// Its place among what the item concluded, where that changes.
    var rank: Int?
  }

  /// What becomes of an outcome.
  enum OutcomeFate: String, CaseIterable {
    case created, updated, unchanged, removed
    /// The records have it and the file, which does not say from what it was written, does not: it
    /// stays.
    case kept
  }

  var isEmpty: Bool {
    attendance.isEmpty && items.allSatisfy(\.isEmpty) && times.isEmpty
      && correctionsUntil == nil
  }

  /// Whether it says nothing of who was there, takes nothing up or back, and moves nothing.
  var changesTextsOnly: Bool {
    attendance.isEmpty && correctionsUntil == nil
      && items.allSatisfy { item in
        !item.isAdded && item.state == nil && item.visibility == nil && item.reviews == nil
          && item.outcomes.allSatisfy {
            [.unchanged, .kept, .updated].contains($0.fate) && $0.rank == nil
          }
      }
  }

  init(_ file: MinutesFile, _ records: MinutesRecords) {
    attendance = AttendancePlan(file, records)
    times = TimesPlan(file.document, records)
    faults += times.faults
    faults += ItemSitting.faults(of: file, records)
    faults += ComingAndGoing(hours: MeetingHours(records.meeting), times: times.after)
      .faults(of: file.document)
    if let day = file.document.correctionsUntil, day != file.seen.correctionsUntil {
      correctionsUntil = day
    }
    let seen = Dictionary(
      file.seen.items.compactMap { item in item.reference.map { ($0, item) } }
    ) { first, _ in first }
    for (index, item) in file.document.items.enumerated() {
      guard let record = file.items[index] else { continue }
      let former = seen[record.reference] ?? MinutesDocument.Item(number: item.number)
      items.append(plan(item, record, former, at: "/items/\(index)", file, records))
    }
  }

  private mutating func plan(
    _ item: MinutesDocument.Item, _ record: AgendaItem, _ former: MinutesDocument.Item,
    at pointer: String, _ file: MinutesFile, _ records: MinutesRecords
  ) -> ItemPlan {
    var plan = ItemPlan(item: record)
    if item.status.rawValue != record.header.state { plan.state = item.status }
    if let visibility = item.visibility, visibility != record.header.visibility {
      plan.visibility = visibility
    }
    if item.notes != former.notes { plan.notes = item.notes }
    let (said, before) = (item.reviews.map(\.review), former.reviews.map(\.review))
    if said != before, !said.isEmpty || file.document.revision != nil {
      plan.reviews = said
      plan.newReviews = item.reviews.filter { !before.contains($0.review) }
      let named = Set(said.map(\.action))
      plan.droppedReviews = before.filter { !named.contains($0.action) }
    }
    plan.sitting = ItemSitting(item, former: records.notes[record.id], file)
    let told = InformationList.text(of: item.outcomes)
    if told != InformationList.text(of: former.outcomes) { plan.information = told }
    let known = Dictionary(
      (records.outcomes[record.id] ?? []).map { ($0.reference, $0) }
    ) { first, _ in first }
    let outcomes = item.outcomes.filter { $0.kind != .information }
    let recorded = former.outcomes.filter { $0.kind != .information }
    let places = OutcomeMatching.places(of: outcomes, in: recorded)
    // The motion that an amendment would amend that came next.
    var motion: Reference?
    for (outcome, place) in zip(outcomes, places) {
      defer {
        if outcome.kind == .decision, !outcome.isAmendment {
          motion = plan.outcomes.last?.record?.reference
        }
      }
      if let place, let former = recorded[place].reference.flatMap({ known[$0] }) {
        var same = outcome
        same.reference = recorded[place].reference
        // An amendment is one of the motion before it, whether or not the line says of which.
        if same.isAmendment, same.amends == nil { same.amends = motion }
        // A line that names an outcome and says nothing else leaves it as it is.
        let isUpdated = same != recorded[place] && !outcome.text.isEmpty
        plan.outcomes.append(
          OutcomePlan(
            outcome: isUpdated ? same : recorded[place], fate: isUpdated ? .updated : .unchanged,
            record: former))
      } else if let reference = outcome.reference {
        guard !file.unknown.contains(reference) else { continue }
        faults.append(
          Fault(
            "outcomeElsewhere", at: pointer, ["ref": reference.description],
            position: outcome.position))
      } else {
        plan.outcomes.append(OutcomePlan(outcome: outcome, fate: .created))
      }
    }
    let order = places.compactMap(\.self)
    plan.isInOrder = zip(order, order.dropFirst()).allSatisfy { $0 < $1 }
    let matched = Set(order)
    let rest: OutcomeFate = file.document.revision == nil ? .kept : .removed
    for place in recorded.indices where !matched.contains(place) {
      guard let record = recorded[place].reference.flatMap({ known[$0] }) else { continue }
      plan.outcomes.append(OutcomePlan(outcome: recorded[place], fate: rest, record: record))
    }
    plan.setRanks()
    return plan
  }
}
