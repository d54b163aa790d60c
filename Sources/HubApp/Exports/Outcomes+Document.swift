import HubModel
import HubWords

/// What was concluded, as cards.
extension Outcomes {
  typealias Block = ExportDocument.Block
  typealias Badge = ExportDocument.Badge

  /// In the order in which they were written, where somebody wrote them in one.
  var cards: [Block] {
    let cards =
      decisions.map { ($0.rank, $0.card) } + actions.map { ($0.rank, $0.card) }
      + recommendations.map { ($0.rank, $0.card) }
    return cards.enumerated().sorted { a, b in
      let places = [a, b].map { $0.element.0 ?? Int.max }
      return (places[0], a.offset) < (places[1], b.offset)
    }.map(\.element.1)
  }

  static func badges(provisional: Bool, illustrative: Bool) -> [Badge] {
    var badges: [Badge] = []
    if provisional {
      badges.append(Badge(tone: .provisional, text: .words("export.provisional")))
    }
    if illustrative {
      badges.append(Badge(tone: .illustrative, text: .words("export.illustrative")))
    }
    return badges
  }
}

extension DecisionModel {
  var card: ExportDocument.Block {
    .card(
      ExportDocument.Card(
        kind: .decision, reference: reference,
        badges: badges + Outcomes.badges(provisional: provisional, illustrative: illustrative),
        title: text, blocks: blocks,
        word: disposition == .carried ? nil : .words("export.motion")))
  }

  /// What became of the motion, where that is not plain, and how as far as it was said.
  private var badges: [Outcomes.Badge] {
    var badges: [Outcomes.Badge] = []
    if disposition != .carried || method == .notStated {
      badges.append(
        .init(tone: .plain, text: .choice(disposition.rawValue, "disposition", of: .decision)))
    }
    if method != .notStated {
      badges.append(.init(tone: .plain, text: .choice(method.rawValue, "method", of: .decision)))
    }
    if withoutQuorum {
      badges.append(.init(tone: .plain, text: .words("export.withoutQuorum")))
    }
    if let castingVote {
      badges.append(
        .init(tone: .plain, text: .choice(castingVote.rawValue, "castingVote", of: .decision)))
    }
    return badges
  }

  private var blocks: [ExportDocument.Block] {
    var blocks: [ExportDocument.Block] = []
    if !facts.isEmpty { blocks.append(.facts(facts)) }
    if let details, !details.isEmpty { blocks.append(.prose(details)) }
    if !votes.isEmpty { blocks.append(.table(table)) }
    return blocks
  }

  /// Who moved it, what it amends, what it settles, how each one voted.
  private var facts: [ExportDocument.Fact] {
    var facts: [ExportDocument.Fact] = []
    func add(_ field: String, _ line: ExportDocument.Line?) {
      guard let line, !line.isEmpty else { return }
      facts.append(.init(label: .field(field, of: .decision), value: line))
    }
    add("resolution", resolution.map { .init(LocalizedText(same: $0)) })
    add("mover", mover.map { .init($0, withReference: false) })
    add("seconder", seconder.map { .init($0, withReference: false) })
    add("amends", amends.map { .init($0) })
    add("covers", .joined(covers.map { .init($0) }, by: "; "))
    let calls = rollCall.map { vote in
      LocalizedText.each { words in
        "\(vote.voter.label.best(words.language)) (\(words("exportSide.\(vote.side.rawValue)")))"
      }
    }
    add("rollCall", .joined(calls.map { .init($0) }))
    return facts
  }

  /// The votes by stakeholder group, with their sum when there is more than one line.
  private var table: ExportDocument.Table {
    let rows = votes.map { count in
      ExportDocument.Table.Row(
        name: count.group.map { .group($0) } ?? .words("export.everyone"),
        values: [count.inFavour, count.against, count.abstained])
    }
    let sums = (0..<3).map { column in rows.reduce(0) { $0 + $1.values[column] } }
    let largest = rows.map { $0.values.reduce(0, +) }.max() ?? 0
    return ExportDocument.Table(
      caption: .words("export.votes"),
      columns: [
        .words("export.group"), .words("export.inFavour"), .words("export.against"),
        .words("export.abstained"),
      ],
      rows: rows, total: rows.count > 1 ? .init(name: .words("export.total"), values: sums) : nil,
      scale: largest)
  }
}

extension ActionModel {
  /// Everybody who does it; nil where nobody is named.
  var who: ExportDocument.Line? {
    guard !assignees.isEmpty else { return nil }
    return .joined(assignees.map { .init($0, withReference: false) })
  }

  var card: ExportDocument.Block {
    let state = ExportDocument.Badge(tone: .plain, text: .state(state, of: .actionItem))
    var facts: [ExportDocument.Fact] = []
    if let who {
      facts.append(.init(label: .field("assignee", of: .actionItem), value: who))
    }
    if !said.isEmpty {
      var due = ExportDocument.Line(.due(said))
      if let firstSaid {
        due.pieces.append(.remark(.init(.words("export.firstDue", ["day": .due(firstSaid)]))))
      }
      facts.append(.init(label: .field("dueOn", of: .actionItem), value: due))
    }
    if let doneOn {
      facts.append(.init(label: .field("doneOn", of: .actionItem), value: .init(.day(doneOn))))
    }
    var blocks: [ExportDocument.Block] = []
    if let details, !details.isEmpty { blocks.append(.prose(details)) }
    if !facts.isEmpty { blocks.append(.facts(facts)) }
    return .card(
      ExportDocument.Card(
        kind: .actionItem, reference: reference,
        badges: [state] + Outcomes.badges(provisional: provisional, illustrative: illustrative),
        title: title, blocks: blocks))
  }
}
