package import HubModel

extension Network: Stored {
  package static let table = Table<Network>()
}
