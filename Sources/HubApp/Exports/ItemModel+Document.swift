import HubModel
import HubWords

extension ItemModel {
  typealias Block = ExportDocument.Block
  typealias Line = ExportDocument.Line

  /// The item as a part of its own, with what it concluded.
  func section() -> ExportDocument.Section {
    section(number: printed, { [.line($0.summary)] + $0.blocks }, outcomes.cards)
  }

  /// A plain number has a full stop after it.
  private var printed: String { Int(label) == nil ? label : label + "." }

  /// The item by its theme: what it was about and what was said, for those who were not there.
  var theme: ExportDocument.Section {
    section(number: nil, { ($0.led.map { [.line($0)] } ?? []) + $0.blocks }, [])
  }

  /// Whether there is anything to read beside its title.
  var hasTheme: Bool { details.map { !$0.blocks.isEmpty } ?? true }

  private func section(
    number: String?, _ blocks: (Details) -> [Block], _ cards: [Block]
  ) -> ExportDocument.Section {
    guard let details else {
      let anchor = label.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
      return .init(
        anchor: "item-\(anchor)", number: printed, title: .words("agenda.inCamera"),
        blocks: cards)
    }
    return .init(
      anchor: details.reference.description, number: number, title: details.title,
      badges: details.badges, blocks: blocks(details) + cards)
  }
}

extension ItemModel.Details {
  typealias Block = ExportDocument.Block
  typealias Line = ExportDocument.Line

  fileprivate var badges: [ExportDocument.Badge] {
    var badges: [ExportDocument.Badge] = []
    if state != AgendaItem.State.planned.rawValue, state != AgendaItem.State.dealtWith.rawValue {
      badges.append(.init(tone: .provisional, text: .state(state, of: .agendaItem)))
    }
    if addedAtMeeting {
      badges.append(.init(tone: .plain, text: .words("export.addedAtMeeting")))
    }
    return badges + Outcomes.badges(provisional: false, illustrative: illustrative)
  }

  /// What the item was about, what was laid before it, and what was said.
  fileprivate var blocks: [Block] {
    var blocks: [Block] = []
    if let text, !text.isEmpty { blocks.append(.prose(text)) }
    if !papers.isEmpty {
      blocks.append(
        .facts([
          .init(
            label: .words("export.papers"),
            value: .joined(papers.map(\.line), by: "; "))
        ]))
    }
    if !recused.isEmpty {
      blocks.append(
        .points(
          title: .words("export.recused"), recused.map { Line($0, withReference: false) }))
    }
    if quorumLost {
      blocks.append(
        .note(
          quorumLostAt.map { .words("export.quorumLostAt", ["hour": $0]) }
            ?? .words("export.quorumLost")))
    }
    if let notes, !notes.isEmpty { blocks.append(.prose(notes)) }
    if !reviews.isEmpty {
      blocks.append(.points(title: .words("export.reviews"), reviews.map(\.line)))
    }
    if let information, !information.isEmpty { blocks.append(.prose(information)) }
    return blocks
  }

  /// Who led it.
  fileprivate var led: Line? {
    guard !presenters.isEmpty else { return nil }
    var line = Line(.words("export.presentedBy"))
    line.pieces.append(.said(LocalizedText(same: " ")))
    line.pieces += Line.joined(presenters.map { Line($0, withReference: false) }).pieces
    return line
  }

  /// What it was for, how long, who led it, where it comes from.
  fileprivate var summary: Line {
    var parts: [Line] = [Line(.choice(purpose.rawValue, "purpose", of: .agendaItem))]
    if let session { parts.append(Line(.choice(session.rawValue, "session", of: .agendaItem))) }
    if let duration {
      parts.append(
        Line(
          LocalizedText(
            en: HumanTime.duration(duration, in: .en), fr: HumanTime.duration(duration, in: .fr))))
    }
    if let led { parts.append(led) }
    if let carriedFrom {
      var line = Line(.words("export.carriedFrom"))
      line.pieces += [.said(LocalizedText(same: " "))] + Line(carriedFrom).pieces
      parts.append(line)
    }
    if timesDeferred > 0 { parts.append(Line(.count("export.timesDeferred", timesDeferred))) }
    return .joined(parts, by: " · ")
  }
}

extension ItemModel.Review {
  /// `A-31 Send the letter: done`
  fileprivate var line: ExportDocument.Line {
    var line = ExportDocument.Line(action)
    line.pieces += [
      .said(LocalizedText(en: ": ", fr: "\u{A0}: ")),
      .said(LocalizedText(en: review.said(in: .en), fr: review.said(in: .fr))),
    ]
    return line
  }
}
