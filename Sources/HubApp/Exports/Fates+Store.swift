import HubModel
import HubSQL

/// What became of recommendations, as far as the caller may see it: where they were tabled, what
/// was decided there, the strategies that name them, the funding that rests on them, the agreements
/// that it led to, and what took their place.
///
/// A trace follows the whole chain. Here a step counts only when it is about the recommendation
/// itself: another decision of a strategy that names it, or another recommendation of the item
/// where it was tabled, is not what became of it. Always the same number of statements.
struct Fates {
  private let items: [AgendaItem]
  private let decisions: [Decision]
  private let strategies: [FundingStrategy]
  private let bases: [Basis]
  private let fundingDecisions: [FundingDecision]
  private let agreements: [Agreement]

  init(of recommendations: [Recommendation], in reading: Reading) throws {
    let numbers = recommendations.map(\.header.number)
    let tabledAt = Set(recommendations.compactMap(\.tabledAt?.number)).sorted()
    items = try reading.all(where: "t.number IN (\(list: tabledAt))")
    // A hidden item's decision may be for all, but would say where the recommendation was tabled.
    decisions = try reading.all(
      where: "t.item IN (\(list: items.map(\.header.number))) AND t.state = 'recorded'")
    strategies = try reading.all(
      where: """
        EXISTS (SELECT 1 FROM links l JOIN records e ON e.id = l.earlier \
        JOIN records o ON o.id = l.owner WHERE e.type = 'recommendation' \
        AND e.number IN (\(list: numbers)) AND o.type = 'fundingStrategy' AND o.number = t.number)
        """)
    bases = try reading.all(
      where: """
        (t.conclusion_type = 'recommendation' AND t.conclusion_number IN (\(list: numbers))) \
        OR (t.conclusion_type = 'decision' \
        AND t.conclusion_number IN (\(list: decisions.map(\.header.number))))
        """)
    fundingDecisions = try reading.all(
      where: "t.number IN (\(list: Set(bases.map(\.fundingDecision.number)).sorted()))",
      orderedBy: "t.decided_on NULLS FIRST, t.number")
    let funded = fundingDecisions.map(\.header.number)
    agreements = try reading.all(
      where: """
        t.funding_decision IN (\(list: funded)) OR t.parent IN \
        (SELECT number FROM agreements WHERE funding_decision IN (\(list: funded)))
        """, orderedBy: "t.starts_on NULLS FIRST, t.number")
  }

  /// What the steps name beside themselves.
  var references: [Reference] {
    items.map(\.meeting.reference) + strategies.map(\.funder.reference)
      + fundingDecisions.map(\.funder.reference) + agreements.map(\.holder.reference)
  }

  func cover(_ coverage: inout Coverage) {
    coverage.add(items)
    coverage.add(decisions)
    coverage.add(strategies)
    coverage.add(bases)
    coverage.add(fundingDecisions)
    coverage.add(agreements)
  }

  func steps(
    of recommendation: Recommendation, names: [Reference: Directory.Entry]
  ) -> [FateStep] {
    var steps: [FateStep] = []
    func name<R: Record>(_ id: ID<R>) -> Named? { names[id.reference].map { Named($0) } }
    // At the very item that concluded it, tabling is not news.
    let tabled = items.filter {
      $0.id == recommendation.tabledAt && $0.id != recommendation.item
    }
    for item in tabled {
      steps.append(
        FateStep(
          depth: 0, record: Named(item), type: .agendaItem, state: item.header.state,
          day: names[item.meeting.reference]?.day, party: name(item.meeting)))
    }
    let decided = decisions.filter { $0.item == recommendation.tabledAt }
    for decision in decided where decision.item != recommendation.item {
      steps.append(step(decision, depth: 1, at: decision.takenOn))
    }
    for strategy in strategies where strategy.recommendations.contains(recommendation.id) {
      var step = step(strategy, depth: 0, at: nil)
      step.party = name(strategy.funder)
      steps.append(step)
    }
    let grounds: Set<Reference> = Set([recommendation.reference] + decided.map(\.reference))
    for funding in fundingDecisions {
      let own = bases.filter {
        $0.fundingDecision == funding.id && grounds.contains($0.conclusion)
      }
      guard let basis = own.first(where: \.isTraceable) ?? own.first else { continue }
      var step = step(funding, depth: 0, at: funding.decidedOn)
      step.amount = funding.amount
      step.party = name(funding.funder)
      step.influence = basis.influence
      step.traceable = basis.isTraceable
      steps.append(step)
      steps += money(of: funding, name)
    }
    return steps
  }

  /// The agreements of a funding decision, each with its sub-agreements.
  private func money(
    of funding: FundingDecision, _ name: (ID<Organization>) -> Named?
  ) -> [FateStep] {
    func step(_ agreement: Agreement, depth: Int) -> FateStep {
      var step = self.step(agreement, depth: depth, at: agreement.startsOn)
      step.endsOn = agreement.endsOn
      step.amount = agreement.amount
      step.party = name(agreement.holder)
      return step
    }
    let own = agreements.filter { $0.fundingDecision == funding.id }
    let ownIDs = Set(own.map(\.id))
    return own.filter { !($0.parent.map(ownIDs.contains) ?? false) }.flatMap { agreement in
      [step(agreement, depth: 1)]
        + agreements.filter { $0.parent == agreement.id }.map { step($0, depth: 2) }
    }
  }

  private func step<R: Record>(_ record: R, depth: Int, at day: Day?) -> FateStep {
    FateStep(
      depth: depth, record: Named(record), type: R.type, state: record.header.state, day: day)
  }
}
