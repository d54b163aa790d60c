package import HubModel
import HubSQL

extension Person: Stored {
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

  package func follow(_ former: Person?, on occasion: Occasion, in writing: Writing) throws {
    guard handle != former?.handle else { return }
    try Handles.keep(handle, of: id, writing.connection)
  }
}

extension Writing {
  fileprivate func isThereAnotherAdmin(than person: ID<Person>) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM people WHERE hub_role = 'admin' AND number <> \(person.number)"
    ) { _ in true } ?? false
  }
}
