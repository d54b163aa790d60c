import HubModel
import HubWords

extension DigestModel {
  package var document: ExportDocument {
    var sections = [head.opening].compactMap(\.self)
    sections.append(
      .init(
        anchor: "items", title: .words("export.dealtWith"),
        blocks: items.isEmpty
          ? [.note(.words("export.noItems"))] : items.map { .section($0.section()) }))
    if let who = participants.list(naming: names.map(\.line)) {
      sections.insert(who, at: sections.count - 1)
    }
    if let overview { sections.insert(overview, at: 0) }
    return head.document(
      .words("export.digest"), coverage, facts: [participants.fact].compactMap(\.self),
      sections: sections)
  }

  /// What the meeting concluded, on half a page, for those who read no further.
  private var overview: ExportDocument.Section? {
    let outcomes = outcomes
    guard !outcomes.isEmpty else { return nil }
    var blocks: [ExportDocument.Block] = []
    func list(_ count: String, _ lines: [(Reference, LocalizedText, ExportDocument.Line)]) {
      guard !lines.isEmpty else { return }
      let points = lines.map { reference, text, remark in
        ExportDocument.Line(
          pieces: [.reference(reference), .said(LocalizedText(same: " ")), .said(text)]
            + (remark.isEmpty ? [] : [.remark(remark)]))
      }
      blocks.append(.points(title: .count(count, lines.count), points))
    }
    // What was not carried is not among the decisions.
    let carried = outcomes.decisions.filter { $0.disposition == .carried }
    let others = outcomes.decisions.filter { $0.disposition != .carried }
    list("export.decisions", carried.map { ($0.reference, $0.text, .init()) })
    list("export.motions", others.map { ($0.reference, $0.text, .init()) })
    list(
      "export.actions",
      outcomes.actions.map { action in
        let parts = [
          action.who,
          action.said.isEmpty ? nil : ExportDocument.Line(.due(action.said)),
          ExportDocument.Line(.state(action.state, of: .actionItem)),
        ]
        return (action.reference, action.title, .joined(parts.compactMap(\.self), by: " · "))
      })
    list(
      "export.recommendations",
      outcomes.recommendations.map {
        ($0.reference, $0.title, .init(.state($0.state, of: .recommendation)))
      })
    return .init(anchor: "overview", title: .words("export.overview"), blocks: blocks)
  }
}
