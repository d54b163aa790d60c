package import HubModel
import HubSQL

extension Person: Stored {
  package static let table = RecordTable<Person>()

  /// Only an admin makes staff and admins; only staff says who speaks or decides for whom.
  package mutating func settle(from former: Person?, in writing: Writing) throws -> [Fault] {
    let roles = writing.caller.roles(for: (former ?? self).header, Scope())
    if hubRole != former?.hubRole ?? .none, !roles.contains(.admin) {
      throw writing.refusal(needing: .admin)
    }
    let belonging = (duties, organization)
    let before = (former?.duties ?? [], former?.organization)
    if former != nil, belonging != before, roles.isDisjoint(with: [.staff, .admin]) {
      throw writing.refusal(needing: [.staff, .admin])
    }
    return []
  }
}
