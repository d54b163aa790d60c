package import HubModel

extension Basis: Stored {
  package static let table = RecordTable<Basis>()

  package mutating func settle(from former: Basis?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    guard let decision = try writing.load(fundingDecision) else { return [] }
    header.network = decision.header.network
    funder = decision.funder
    if let former, former.header.state == State.confirmed.rawValue,
      (former.influence, former.evidence) != (influence, evidence)
    {
      // What a second person confirmed is not changed under their name.
      return [Fault("confirmedBasisStays", at: "/influence")]
    }
    // Who words it asserts it: somebody else confirms those words.
    if former.map({ ($0.influence, $0.evidence) != (influence, evidence) }) ?? true {
      assertedBy = writing.caller.person
    }
    if former == nil, let motion = ID<Decision>(conclusion),
      let decision = try writing.load(motion), decision.disposition != .carried
    {
      return [Fault("basisNotCarried", at: "/conclusion", ["ref": conclusion.description])]
    }
    if former == nil {
      announced = FundingDecision.announcedStates.contains(decision.header.state)
    }
    return []
  }

  /// An attestation counts once a second person confirms it.
  package mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    guard transition.to == State.confirmed.rawValue else { return [] }
    if let person = writing.caller.person, person == assertedBy {
      return [Fault("confirmedByAnother", at: "/confirmedBy")]
    }
    confirmedBy = writing.caller.person
    return []
  }
}
