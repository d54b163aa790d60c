import HubModel

/// Brings about what a meeting said of actions of earlier ones: that they are done, go on, have until
/// another day or are dropped. Each action is moved by the rights of whoever writes the minutes.
struct ReviewWriter {
  let item: AgendaItem
  let occasion: Occasion
  let writing: Writing

  init(_ item: AgendaItem, on occasion: Occasion, in writing: Writing) {
    (self.item, self.occasion, self.writing) = (item, occasion, writing)
  }

  /// - Throws: `Refusal.invalid` with a fault for every review that cannot be.
  func write(_ reviews: [MinutesDocument.Review]) throws {
    var faults: [Fault] = []
    var actions: [(ActionItem, ActionReview)] = []
    for one in reviews {
      let action = try writing.find(one.review.action)
      let code = try refusal(of: one.review, action)
      guard let code else {
        actions.append((action, one.review))
        continue
      }
      faults.append(
        Fault(
          code, at: "/reviews",
          ["ref": action.reference.description, "state": action.header.state],
          position: one.position))
    }
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    for (action, review) in actions { try write(review, of: action) }
  }

  /// What the review stands in, once the members read it.
  private var notes: ItemNotes {
    var notes = ItemNotes()
    notes.header.network = item.header.network
    notes.header.visibility = max(.body, item.header.visibility)
    (notes.item, notes.meeting, notes.body) = (item.id, item.meeting, item.body)
    notes.draft = false
    return notes
  }

  private func refusal(of review: ActionReview, _ action: ActionItem) throws -> String? {
    guard try writing.isOpen(action, toAllWhoSee: notes) else { return "reviewTooWide" }
    let isOpen = ActionItem.openStates.contains(action.header.state)
    let isDone = [ActionItem.State.done, .verified].contains { $0.rawValue == action.header.state }
    // What was already recorded of it elsewhere is only said here.
    return isOpen || (isDone && review.became == .done) ? nil : "reviewImpossible"
  }

  private func write(_ review: ActionReview, of former: ActionItem) throws {
    var action = former
    let state = { ActionItem.State(rawValue: action.header.state) }
    let reason =
      try review.reason ?? writing.said("minutes.reviewed", in: former.header.network)
    switch review.became {
    case .done:
      if state() == .blocked {
        action = try writing.move(
          action.id, to: ActionItem.State.inProgress.rawValue, reason: reason, on: .ordinary)
      }
      if state() == .open || state() == .inProgress {
        action = try writing.move(
          action.id, to: ActionItem.State.done.rawValue, reason: reason, on: .ordinary)
      }
    case .ongoing:
      if state() == .open {
        action = try writing.move(
          action.id, to: ActionItem.State.inProgress.rawValue, reason: reason, on: .ordinary)
      }
    case .extended:
      let day = try writing.load(item.meeting)?.day
      action = try writing.edit(action.id, reason: reason, on: .ordinary) {
        ($0.dueOn, $0.due) = (review.lastDay, review.due?.code)
        $0.dueSaidOn = day
      }
    case .dropped:
      action = try writing.move(
        action.id, to: ActionItem.State.cancelled.rawValue, reason: reason, on: .ordinary)
    }
    guard !action.reviewedAt.contains(item.id) else { return }
    try writing.adjust(action, on: .erratum) { $0.reviewedAt.append(item.id) }
  }
}
