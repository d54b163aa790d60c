package import HubModel
package import HubSQL

extension Membership: Stored {
  package static let table = RecordTable<Membership>()

  /// No matter of the body's: that says how widely what it deals with is seen.
  package func usualVisibility(in writing: Writing) throws -> Visibility { Self.defaultVisibility }

  package mutating func settle(from former: Membership?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    if let network = try writing.network(of: body) { header.network = network }
    return []
  }

  /// `current=true`: those that hold today.
  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? {
    guard name == "current" else { return nil }
    let today = reading.today.number
    return "t.starts_on <= \(today) AND (t.ends_on IS NULL OR t.ends_on >= \(today))"
  }
}
