package import HubModel
package import HubSQL

extension Body: MergeableStored {
  package static let table = RecordTable<Body>()

  /// No matter of the body's: that says how widely what it deals with is seen.
  package func usualVisibility(in writing: Writing) throws -> Visibility { Self.defaultVisibility }

  /// What names people without an account stays with the body while it is a workers' forum.
  package func follow(_ former: Body?, on occasion: Occasion, in writing: Writing) throws {
    guard let former, workersForum != former.workersForum else { return }
    for record in try writing.attendance(ofNamesAt: id) {
      try writing.adjust(record, on: occasion.union(.erratum)) {
        $0.staysWithBody = workersForum
        if workersForum { $0.header.sharedWith = [] }
      }
    }
  }

  func faultsBeforeMerging(in reading: Reading) throws -> [Fault] { [] }

  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? { merged(forFilter: name) }
}

extension Writing {
  /// The network of a body, for what is recorded for it.
  func network(of body: ID<Body>) throws -> ID<Network>? { try load(body)?.header.network }
}
