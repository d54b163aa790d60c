package import HubModel
import HubSQL

extension FundingDecision: Stored {
  package static let table = RecordTable<FundingDecision>()

  package mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    switch State(rawValue: transition.to) {
    case .approved, .approvedWithChanges, .declined:
      if decidedOn == nil { decidedOn = try writing.today(in: header.network) }
      return []
    case .inEffect: return try effectFaults(in: writing)
    default: return []
    }
  }

  /// It takes effect by an agreement or an amendment, or on the day a change of criteria begins; a
  /// declined one never does.
  private func effectFaults(in writing: Writing) throws -> [Fault] {
    let wasDeclined = try writing.connection.first(
      """
      SELECT 1 FROM history h JOIN records r ON r.id = h.record \
      WHERE r.type = 'fundingDecision' AND r.number = \(header.number) AND h.to_state = 'declined'
      """, { _ in true })
    if wasDeclined == true { return [Fault("declinedHasNoEffect", at: "/to")] }
    if effectiveOn != nil { return [] }
    let agreements: [Agreement] = try writing.loadAll(
      where: "t.funding_decision = \(header.number)")
    let amendments: [Amendment] = try writing.loadAll(
      where: "t.funding_decision = \(header.number)")
    return agreements.isEmpty && amendments.isEmpty
      ? [Fault("effectNeedsAgreement", at: "/effectiveOn")] : []
  }

  /// An announced decision's basis is announced with it.
  package func finish(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws {
    guard transition.publishes else { return }
    let bases: [Basis] = try writing.loadAll(where: "t.funding_decision = \(header.number)")
    for basis in bases where !basis.announced {
      try writing.adjust(basis, on: occasion) { $0.announced = true }
    }
  }
}
