import HubModel

/// The headings of a minutes file beside the items of the agenda: an item is meant by its reference,
/// else by number or label and title, else by its title. Never by its place: what was said at one item would
/// stand under another, which others may read.
struct ItemHeadings {
  private let known: [AgendaItem]
  /// What whoever writes is shown as the title of each item: of one that is hidden from them it is not
  /// its own.
  private let titles: [Reference: LocalizedText]
  /// The items of a title, as people compare titles, and of a number: a file may have many thousands
  /// of headings.
  private var byName: [String: [AgendaItem]] = [:]
  private let byLabel: [String: [AgendaItem]]
  private let labels: [ID<AgendaItem>: String]
  private let byReference: [Reference: AgendaItem]
  /// How many headings more get a title suggested: more than anybody reads.
  private var suggestionsLeft = 50

  /// - Parameter labels: how people call the items.
  init(
    _ known: [AgendaItem], called labels: [ID<AgendaItem>: String], shown: [MinutesDocument.Item]
  ) {
    self.labels = labels
    let key = { (item: AgendaItem) in ItemLabel.key(labels[item.id] ?? String(item.position)) }
    self.known = known
    let named = Dictionary(
      shown.compactMap { item in item.reference.map { ($0, item.title) } }
    ) { first, _ in first }
    let numbered = Dictionary(shown.map { (ItemLabel.key($0.name), $0.title) }) { first, _ in first
    }
    titles = Dictionary(
      known.map { ($0.reference, named[$0.reference] ?? numbered[key($0)] ?? LocalizedText()) }
    ) { first, _ in first }
    byReference = Dictionary(known.map { ($0.reference, $0) }) { first, _ in first }
    byLabel = Dictionary(grouping: known, by: key)
    for item in known {
      for name in Set(names(of: title(of: item))) { byName[name, default: []].append(item) }
    }
  }

  mutating func item(of heading: MinutesDocument.Item) -> Result<AgendaItem, Fault> {
    if let reference = heading.reference {
      guard let found = byReference[reference] else {
        return .failure(Fault("itemOfOtherMeeting", at: "/item", ["ref": reference.description]))
      }
      return .success(found)
    }
    return heading.isNumbered ? byNumber(heading) : byTitle(heading)
  }

  /// Of two with one number the one that stands. A heading that is nothing but the number is one.
  private func byNumber(_ heading: MinutesDocument.Item) -> Result<AgendaItem, Fault> {
    let numbered = byLabel[ItemLabel.key(heading.name)] ?? []
    let isWithdrawn = { (item: AgendaItem) in
      item.header.state == AgendaItem.State.withdrawn.rawValue
    }
    guard let found = numbered.first(where: { !isWithdrawn($0) }) ?? numbered.first else {
      return .failure(Fault("unknownItemNumber", ["number": heading.name]))
    }
    if heading.title.isEmpty || isCalled(found, heading.title) { return .success(found) }
    if let same = numbered.first(where: { isCalled($0, heading.title) }) { return .success(same) }
    var arguments = [
      "number": heading.name, "title": Self.shown(title(of: found)),
      "word": Self.shown(heading.title),
    ]
    let others = items(called: heading.title)
    guard others.count == 1 else { return .failure(Fault("itemTitleDiffers", arguments)) }
    arguments["other"] = label(of: others[0])
    return .failure(Fault("itemTitleIsOther", arguments))
  }

  private mutating func byTitle(_ heading: MinutesDocument.Item) -> Result<AgendaItem, Fault> {
    let found = items(called: heading.title)
    if found.count == 1 { return .success(found[0]) }
    let word = Self.shown(heading.title)
    guard found.isEmpty else { return .failure(Fault("itemTitleTwice", ["word": word])) }
    guard suggestionsLeft > 0 else { return .failure(Fault("unknownItemTitle", ["word": word])) }
    suggestionsLeft -= 1
    var names: [String: String] = [:]
    for item in known {
      let title = title(of: item)
      for name in [title.en, title.fr] where !name.isEmpty { names[name] = label(of: item) }
    }
    let words = [heading.title.en, heading.title.fr].filter { !$0.isEmpty }
    let nearest = words.lazy.compactMap {
      Nearest.word(to: $0, among: names.keys.sorted())
    }.first
    guard let nearest, let other = names[nearest] else {
      return .failure(Fault("unknownItemTitle", ["word": word]))
    }
    return .failure(
      Fault("unknownItemTitleNear", ["word": word, "nearest": nearest, "other": other]))
  }

  private func label(of item: AgendaItem) -> String { labels[item.id] ?? String(item.position) }

  private func title(of item: AgendaItem) -> LocalizedText {
    titles[item.reference] ?? LocalizedText()
  }

  /// The items that are called so in one of the languages.
  private func items(called title: LocalizedText) -> [AgendaItem] {
    var seen: Set<Reference> = []
    return names(of: title).flatMap { byName[$0] ?? [] }.filter {
      seen.insert($0.reference).inserted
    }
  }

  private func isCalled(_ item: AgendaItem, _ title: LocalizedText) -> Bool {
    items(called: title).contains { $0.reference == item.reference }
  }

  /// A title in each of its languages, as people compare titles.
  private func names(of title: LocalizedText) -> [String] {
    [title.en, title.fr].map(Self.compared).filter { !$0.isEmpty }
  }

  private static func compared(_ title: String) -> String {
    String(decoding: HubModel.Folding.folded(title), as: UTF8.self)
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func shown(_ title: LocalizedText) -> String {
    [title.en, title.fr].filter { !$0.isEmpty }.joined(separator: " / ")
  }
}
