package import HubModel

extension Body: Stored {
  package static let table = RecordTable<Body>()
}

extension Writing {
  /// The network of a body, for what is recorded for it.
  func network(of body: ID<Body>) throws -> ID<Network>? { try load(body)?.header.network }
}
