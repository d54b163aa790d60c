import HubApp
import HubModel

extension Generator {
  /// An action item of a member of the body. About one in five is still open, most of them from
  /// the last years.
  mutating func action(_ index: Int, _ item: Int64, _ sitting: Sitting, in writing: Writing) throws
  {
    var record = ActionItem()
    record.header = header(next(.actionItem), sitting, sitting.visibility, state: "open")
    record.body = ID(Int64(sitting.body) + 1)
    record.item = ID(item)
    record.title = localized(vocabulary.text(8, &dice))
    record.details = localized(details(index))
    let assignee =
      members[sitting.body].isEmpty ? nil : ID<Person>(dice.pick(members[sitting.body]))
    record.assignee = assignee
    record.dueOn = dice.falls(0.95) ? Day(number: sitting.day + 14 + dice.below(120)) : nil
    let isRecent = index > plan.actions * 85 / 100
    let isOpen = dice.falls(isRecent ? 0.8 : 0.094)
    var states = isOpen ? [] : ["done"]
    if isOpen, dice.falls(0.4) { states = ["inProgress"] }
    if !isOpen, dice.falls(0.5) { states.append("verified") }
    if !isOpen { record.doneOn = record.dueOn }
    try keep(record, through: states, edits: edits(index, states.count + 1), in: writing)
  }

  /// How often the item was changed besides, so that the whole history comes out as planned.
  private func edits(_ index: Int, _ others: Int) -> Int {
    let due = Int(Double(plan.history) * Double(index + 1) / Double(plan.actions))
    return max(0, min(8, due - historyCount - others))
  }

  /// Three records have one of the rare words, far from each other.
  private mutating func details(_ index: Int) -> (en: String, fr: String) {
    let stride = max(1, plan.actions / (Vocabulary.rareCount * 3))
    guard index % stride == 0, index / stride < Vocabulary.rareCount * 3 else { return text(25) }
    let word = Vocabulary.rare(index / stride % Vocabulary.rareCount)
    return vocabulary.text(25, &dice, with: (word, word))
  }

  mutating func recommendation(
    _ index: Int, _ item: Int64, _ sitting: Sitting, in writing: Writing
  ) throws -> Int64 {
    let number = next(.recommendation)
    var record = Recommendation()
    record.header = header(number, sitting, sitting.visibility, state: "draft")
    record.body = ID(Int64(sitting.body) + 1)
    record.item = ID(item)
    record.tabledAt = ID(item)
    record.title = localized(text(9))
    record.text = localized(vocabulary.text(60, &dice))
    record.themes = ["housing-standards", "access"]
    record.addressees = [ID(Int64(dice.below(plan.organizations)) + 1)]
    record.adoptedOn = Day(number: sitting.day)
    record.dueOn = Day(number: sitting.day + 120)
    try keep(record, through: ["tabled", "adopted", "transmitted"], in: writing)
    return number
  }
}
