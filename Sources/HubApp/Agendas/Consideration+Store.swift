package import HubModel

extension Consideration: Stored {
  package static let table = RecordTable<Consideration>()

  package mutating func settle(from former: Consideration?, in writing: Writing) throws
    -> [Fault]
  {
    guard let item = try writing.place(&self, under: item) else { return [] }
    body = item.body
    return []
  }
}
