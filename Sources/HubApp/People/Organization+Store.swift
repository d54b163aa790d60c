package import HubModel

extension Organization: Stored {
  package static let table = RecordTable<Organization>()
}
