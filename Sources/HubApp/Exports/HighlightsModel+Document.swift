import HubModel
import HubWords

extension HighlightsModel {
  package var document: ExportDocument {
    var sections: [ExportDocument.Section] = []
    if let introduction = head.introduction, !introduction.isEmpty {
      sections.append(
        .init(
          anchor: "introduction", title: .field("introduction", of: .meeting),
          blocks: [.prose(introduction)]))
    }
    if let objectives = head.objectives, !objectives.isEmpty {
      sections.append(
        .init(
          anchor: "objectives", title: .field("objectives", of: .meeting),
          blocks: [.prose(objectives)]))
    }
    if let section = participants.section { sections.append(section) }
    sections += [sessionsPart, plenaryPart, prioritiesPart, concludedPart].compactMap(\.self)
    if sections.isEmpty {
      sections.append(
        .init(
          anchor: "items", title: .words("export.highlights"),
          blocks: [.note(.words("export.noHighlights"))]))
    }
    return head.document(
      .words("export.highlightsReport"), coverage,
      facts: head.minutes?.isApproved == false ? [provisional] : [], sections: sections)
  }

  private var provisional: ExportDocument.Fact {
    .init(label: .words("export.provisional"), value: .init(.words("export.provisionalText")))
  }

  /// The sessions by kind, counted, each with its theme.
  private var sessionsPart: ExportDocument.Section? {
    guard !sessions.isEmpty else { return nil }
    let counts = LocalizedText.each { words in
      let parts = sessions.map { group in
        words(
          "exportSession.\(group.session.rawValue)", ["count": words.number(group.items.count)])
      }
      guard parts.count > 1 else { return parts[0] }
      let before = parts.dropLast().joined(separator: ", ")
      return words("export.and", ["before": before, "last": parts[parts.count - 1]])
    }
    let groups = sessions.map { group in
      ExportDocument.Block.section(
        .init(
          anchor: group.session.rawValue, title: .words("exportSessions.\(group.session.rawValue)"),
          blocks: group.items.map { .section($0.theme) }))
    }
    return .init(
      anchor: "sessions", title: .words("export.sessions"),
      blocks: [.line(.init(.words("export.held", ["sessions": counts])))] + groups)
  }

  /// What was said outside the sessions; items of which nothing is written are left out.
  private var plenaryPart: ExportDocument.Section? {
    let items = plenary.filter { $0.hasTheme && !concludesPriorities($0) }
    guard !items.isEmpty else { return nil }
    return .init(
      anchor: "plenary", title: .words("export.plenary"),
      blocks: items.map { .section($0.theme) })
  }

  private func concludesPriorities(_ item: ItemModel) -> Bool {
    item.details != nil && !item.outcomes.recommendations.isEmpty
  }

  private var prioritiesPart: ExportDocument.Section? {
    guard !priorities.isEmpty else { return nil }
    // What was said where they were named leads to them.
    var blocks = plenary.filter(concludesPriorities).flatMap(\.theme.blocks)
    if priorities.count > 1 { blocks.append(.table(table)) }
    for (index, group) in priorities.enumerated() {
      let cards = group.recommendations.map(\.card)
      let title = group.area ?? .words("export.otherPriorities")
      if priorities.count == 1, group.area == nil {
        blocks += cards
      } else {
        blocks.append(.section(.init(anchor: "priority-\(index + 1)", title: title, blocks: cards)))
      }
    }
    return .init(anchor: "priorities", title: .words("export.priorities"), blocks: blocks)
  }

  /// How many recommendations each group has.
  private var table: ExportDocument.Table {
    .init(
      caption: .words("export.byArea"),
      columns: [.words("export.area"), .types(.recommendation)],
      rows: priorities.map {
        .init(
          name: $0.area ?? .words("export.otherPriorities"), values: [$0.recommendations.count])
      }, scale: priorities.map(\.recommendations.count).max() ?? 0)
  }

  private var concludedPart: ExportDocument.Section? {
    let cards = Outcomes(decisions: decisions, actions: actions).cards
    guard !cards.isEmpty else { return nil }
    return .init(anchor: "concluded", title: .words("export.concluded"), blocks: cards)
  }
}
