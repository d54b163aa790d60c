package import HubModel

extension FundingStrategy: Stored {
  package static let table = RecordTable<FundingStrategy>()
}
