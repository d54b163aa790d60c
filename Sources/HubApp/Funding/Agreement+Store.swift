package import HubModel

extension Agreement: Stored {
  package static let table = RecordTable<Agreement>()

  package mutating func settle(from former: Agreement?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    var faults: [Fault] = []
    if let decision = try fundingDecision.flatMap({ try writing.load($0) }),
      decision.funder != funder
    {
      faults.append(Fault("funderDiffers", at: "/fundingDecision"))
    }
    if let former, former.header.state != State.proposed.rawValue, !occasion.contains(.amendment),
      (former.amount, former.startsOn, former.endsOn, former.holder)
        != (amount, startsOn, endsOn, holder)
    {
      faults.append(Fault("termsChangeByAmendment", at: "/amount"))
    }
    if let parent, header.number != 0, parent == id {
      faults.append(Fault("parentOfItself", at: "/parent"))
    }
    return faults
  }
}

extension Amendment: Stored {
  package static let table = RecordTable<Amendment>()

  package mutating func settle(from former: Amendment?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    guard former == nil, let agreement = try writing.load(agreement) else { return [] }
    // First, so that whoever may amend it is told what is wrong, and not that they may not.
    header.network = agreement.header.network
    funder = agreement.funder
    let state = Agreement.State(rawValue: agreement.header.state)
    guard state == .signed || state == .active else {
      return [Fault("amendmentOfUnsigned", at: "/agreement")]
    }
    formerEndsOn = endsOn == nil ? nil : agreement.endsOn
    formerAmount = amount == nil ? nil : agreement.amount
    return []
  }

  /// The agreement takes the new terms; the amendment keeps the earlier ones.
  package func begin(on occasion: Occasion, in writing: Writing) throws {
    guard let agreement = try writing.load(agreement) else { return }
    try writing.adjust(agreement, on: occasion.union(.amendment)) {
      if let endsOn { $0.endsOn = endsOn }
      if let amount { $0.amount = amount }
    }
  }
}
