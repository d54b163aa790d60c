package import HubModel

extension ActivityReport: Stored {
  package static let table = RecordTable<ActivityReport>()

  package mutating func settle(
    from former: ActivityReport?, on occasion: Occasion, in writing: Writing
  ) throws
    -> [Fault]
  {
    guard let agreement = try agreement.flatMap({ try writing.load($0) }) else { return [] }
    header.network = agreement.header.network
    if organization == nil { organization = agreement.holder }
    return []
  }
}
