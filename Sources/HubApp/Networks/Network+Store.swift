package import HubModel

extension Network: Stored {
  package static let table = RecordTable<Network>()
}
