import HubModel
import HubWords

extension RecommendationModel {
  var card: ExportDocument.Block {
    let badges = [
      ExportDocument.Badge(tone: .plain, text: .state(state, of: .recommendation)),
      ExportDocument.Badge(tone: .plain, text: .choice(kind.rawValue, "kind", of: .recommendation)),
    ]
    var blocks: [ExportDocument.Block] = []
    if let text, !text.isEmpty, text != title { blocks.append(.prose(text)) }
    if !addressees.isEmpty {
      let names = addressees.map { ExportDocument.Line($0, withReference: false) }
      blocks.append(
        .facts([
          .init(label: .field("addressees", of: .recommendation), value: .joined(names, by: "; "))
        ]))
    }
    let meetings = fate.prefix { $0.type == .agendaItem || $0.type == .decision }
    let became =
      meetings.map(\.step) + stages + fate.dropFirst(meetings.count).map(\.step) + ending
    if !became.isEmpty {
      blocks.append(.steps(title: .words("export.fate"), became))
    }
    return .card(
      ExportDocument.Card(
        kind: .recommendation, reference: reference,
        badges: badges + Outcomes.badges(provisional: provisional, illustrative: illustrative),
        title: title, blocks: blocks))
  }

  /// What its own stage says: when it was adopted, until when it was to be answered.
  private var stages: [ExportDocument.Step] {
    var steps: [ExportDocument.Step] = []
    if let adoptedOn { steps.append(Self.step(.words("export.adopted"), .day(adoptedOn))) }
    if let dueOn, state != Recommendation.State.adopted.rawValue {
      steps.append(Self.step(.field("dueOn", of: .recommendation), .day(dueOn)))
    }
    return steps
  }

  private var ending: [ExportDocument.Step] {
    guard let closeReason else { return [] }
    return [
      Self.step(
        .state("closed", of: .recommendation),
        .choice(closeReason.rawValue, "closeReason", of: .recommendation))
    ]
  }

  private static func step(
    _ lead: LocalizedText, _ text: LocalizedText
  ) -> ExportDocument.Step {
    .init(depth: 0, lead: lead, line: .init(text), details: .init())
  }
}

extension FateStep {
  /// The record with its day, money and people, and how the recommendation weighed in it.
  var step: ExportDocument.Step {
    typealias Line = ExportDocument.Line
    var details: [Line] = [Line(.state(state, of: type))]
    if let party { details.append(Line(party, withReference: type == .agendaItem)) }
    if let amount { details.append(Line(.money(amount))) }
    if let day, let endsOn {
      details.append(Line(.words("export.period", ["from": .day(day), "to": .day(endsOn)])))
    } else if let day {
      details.append(Line(.day(day)))
    }
    if let influence {
      let key = traceable == true ? "export.traceable" : "export.notTraceable"
      let how = LocalizedText.choice(influence.rawValue, "influence", of: .basis)
      details.append(Line(.words(key, ["influence": how])))
    }
    return ExportDocument.Step(
      depth: depth, lead: type == .agendaItem ? .words("export.tabledAt") : .type(type),
      line: Line(record), details: .joined(details, by: " · "))
  }
}
