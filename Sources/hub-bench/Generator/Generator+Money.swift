import HubApp
import HubModel

extension Generator {
  /// The decision that a recommendation led to, why, the agreement and its report.
  mutating func funding(
    _ recommendation: Int64, _ sitting: Sitting, in writing: Writing
  ) throws {
    let funder = ID<Organization>(Int64(dice.below(plan.organizations)) + 1)
    var decision = FundingDecision()
    decision.header = header(next(.fundingDecision), sitting, .public, state: "proposed")
    decision.title = localized(text(8))
    decision.funder = funder
    decision.amount = Money(cents: Int64(dice.below(50_000_000)))
    decision.rationale = localized(vocabulary.text(40, &dice))
    decision.decidedOn = Day(number: sitting.day + 60)
    try keep(
      decision, through: ["underConsideration", "approved", "announced", "inEffect"], in: writing)
    var basis = Basis()
    basis.header = header(next(.basis), sitting, .public, state: "asserted")
    basis.fundingDecision = ID(decision.header.number)
    basis.funder = funder
    basis.conclusion = Reference(.recommendation, recommendation)
    basis.influence = .cited
    basis.evidence = localized(vocabulary.text(12, &dice))
    basis.announced = true
    try keep(basis, in: writing)
    for _ in 0..<2 { try agreement(decision, sitting, in: writing) }
  }

  private mutating func agreement(
    _ decision: FundingDecision, _ sitting: Sitting, in writing: Writing
  ) throws {
    var agreement = Agreement()
    agreement.header = header(next(.agreement), sitting, .public, state: "proposed")
    agreement.title = localized(text(8))
    agreement.funder = decision.funder
    agreement.holder = ID(Int64(dice.below(plan.organizations)) + 1)
    agreement.fundingDecision = decision.id
    agreement.startsOn = Day(number: sitting.day + 90)
    agreement.endsOn = Day(number: sitting.day + 455)
    agreement.amount = Money(cents: Int64(dice.below(10_000_000)))
    agreement.purpose = localized(vocabulary.text(40, &dice))
    try keep(agreement, through: ["signed", "active"], in: writing)
    var report = ActivityReport()
    report.header = header(next(.activityReport), sitting, .public)
    report.title = localized(vocabulary.text(6, &dice))
    report.agreement = agreement.id
    report.organization = agreement.holder
    report.startsOn = agreement.startsOn
    report.endsOn = agreement.endsOn
    report.activities = localized(text(50))
    report.reach = dice.below(2000)
    try keep(report, in: writing)
  }
}
