package import HubModel

extension Organization: Stored {
  package static let table = Table<Organization>()
}
