package import HubModel
package import HubSQL

extension Body: MergeableStored {
  package static let table = RecordTable<Body>()

  /// No matter of the body's: that says how widely what it deals with is seen.
  package func usualVisibility(in writing: Writing) throws -> Visibility { Self.defaultVisibility }

  func faultsBeforeMerging(in reading: Reading) throws -> [Fault] { [] }

  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? { merged(forFilter: name) }
}

extension Writing {
  /// The network of a body, for what is recorded for it.
  func network(of body: ID<Body>) throws -> ID<Network>? { try load(body)?.header.network }
}
