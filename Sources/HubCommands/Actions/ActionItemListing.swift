import HubConsole
import HubModel
import HubText
import HubWords

/// Action items grouped as a person reads them: what is late, what comes this week, what can wait.
struct ActionItemListing {
  let page: JSON
  let call: Invocation
  private let text: FieldText

  init(_ page: JSON, _ call: Invocation) {
    self.page = page
    self.call = call
    text = FieldText(words: call.words, names: page["names"])
  }

  private enum Group: CaseIterable {
    case overdue, thisWeek, later, noDate, closed

    func heading(_ count: Int, _ words: Words) -> String {
      let count = ["count": String(count)]
      return switch self {
      case .overdue: words("action.group.overdue", count)
      case .thisWeek: words("action.group.thisWeek", count)
      case .later: words("action.group.later", count)
      case .noDate: words("action.group.noDate", count)
      case .closed: words("action.group.closed", count)
      }
    }
  }

  func show() {
    let words = call.words
    let items = page["items"]?.array ?? []
    guard !items.isEmpty else { return call.say(words("action.none")) }
    var table = Table([
      Table.Column(words("column.reference")), Table.Column(words("column.due")),
      Table.Column(words("column.action"), main: true),
      Table.Column(words("column.who"), flexible: true),
      Table.Column(words("column.body"), flexible: true),
      Table.Column(words("column.from")), Table.Column(words("column.state")),
    ])
    let groups = Dictionary(grouping: items, by: group(of:))
    for group in Group.allCases {
      guard let items = groups[group] else { continue }
      table.group(group.heading(items.count, words))
      for item in items { table.row(row(item, group)) }
    }
    call.show(table)
    if page["next"]?.string != nil {
      call.say("\n" + words("list.more", ["count": String(items.count)]))
    }
  }

  private func group(of item: JSON) -> Group {
    guard ActionItem.openStates.contains(item["state"]?.string ?? "") else { return .closed }
    guard let due = day(item) else { return .noDate }
    let today = call.today(of: item)
    if due < today { return .overdue }
    return due <= today.adding(days: 7) ? .thisWeek : .later
  }

  private func day(_ item: JSON) -> Day? { item["dueOn"]?.string.flatMap { Day($0) } }

  /// Everybody who does it.
  private func who(_ item: JSON) -> String {
    let people =
      [item["assignee"]].compactMap { $0?.string }
      + (item["coAssignees"]?.array ?? []).compactMap(\.string)
    let known = (people + [item["organization"]].compactMap { $0?.string }).map { text.name($0) }
    let name = item["assigneeName"]?.string.map { NamedParticipant($0).name }
    return (known + [name].compactMap(\.self)).joined(separator: ", ")
  }

  private func row(_ item: JSON, _ group: Group) -> [Styled] {
    let due = day(item)
    let isOpen = group != .closed
    let said = ActionItem.DueSaid(
      day: due, due: (item["due"]?.string).flatMap { Due(code: $0) })
    let isWords = said.due != nil && group != .overdue
    let when = due.map { due in
      isOpen ? call.words.due(due, on: call.today(of: item)) : due.short(in: call.words.language)
    }
    let state = item["state"]?.string ?? ""
    let provisional =
      item["provisional"]?.bool == true ? " (\(call.words("provisional.mark")))" : ""
    return [
      Styled(item["ref"]?.string ?? "", .reference),
      Styled(
        isWords ? said.written(in: call.words.language) : when ?? "–",
        group == .overdue ? .overdue : group == .thisWeek ? .soon : .plain),
      Styled(text.localized(item["title"]), isOpen ? .plain : .dim),
      Styled(who(item)),
      Styled(text.name(item["body"]?.string)),
      Styled(item["item"]?.string ?? ""),
      Styled(call.words.state(state, of: .actionItem) + provisional, isOpen ? .plain : .good),
    ]
  }
}
