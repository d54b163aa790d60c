package import HubModel

extension Body: Stored {
  package static let table = RecordTable<Body>()

  /// No matter of the body's: that says how widely what it deals with is seen.
  package func usualVisibility(in writing: Writing) throws -> Visibility { Self.defaultVisibility }
}

extension Writing {
  /// The network of a body, for what is recorded for it.
  func network(of body: ID<Body>) throws -> ID<Network>? { try load(body)?.header.network }
}
