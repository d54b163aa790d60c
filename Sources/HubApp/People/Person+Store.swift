package import HubModel
package import HubSQL

extension Person: MergeableStored {
  package static let table = RecordTable<Person>()

  /// Only an admin makes staff and admins.
  package mutating func settle(from former: Person?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    email = email?.lowercased()
    if handle != former?.handle, try Handles.isTaken(handle, for: id, writing.connection) {
      throw Refusal.conflict(Fault("taken", at: "/handle", ["field": "handle"]))
    }
    if hubRole != former?.hubRole ?? .none {
      let roles = writing.caller.roles(for: (former ?? self).header, Scope())
      guard roles.contains(.admin) else { throw writing.refusal(needing: .admin) }
      if former?.hubRole == .admin, try !writing.isThereAnotherAdmin(than: id) {
        return [Fault("lastAdmin", at: "/hubRole")]
      }
    }
    return try Duties(of: self, before: former, in: writing).faults()
  }

  package func keepBeside(_ former: Person?, in writing: Writing) throws {
    guard handle != former?.handle else { return }
    try Handles.keep(handle, of: id, writing.connection)
  }

  /// What somebody may do for an organization, or in the hub, is never had by somebody else through
  /// a merge; and nobody becomes another one by it.
  func faultsBeforeMerging(in reading: Reading) throws -> [Fault] {
    var faults: [Fault] = []
    let ref = id.description
    if !duties.isEmpty { faults.append(Fault("mergeHasDuties", ["ref": ref])) }
    if hubRole != .none { faults.append(Fault("mergeHasRole", ["ref": ref])) }
    return faults
  }

  /// Whoever they are signs in as the one that stays.
  func endByMerging(in writing: Writing) throws {
    _ = try SignIns.end(of: id, withPassword: true, in: writing)
  }

  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? { merged(forFilter: name) }
}

extension Writing {
  fileprivate func isThereAnotherAdmin(than person: ID<Person>) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM people WHERE hub_role = 'admin' AND number <> \(person.number)"
    ) { _ in true } ?? false
  }
}
