package import HubModel
import HubSQL

extension Person: Stored {
  package static let table = RecordTable<Person>()

  /// Only an admin makes staff and admins; only staff says who speaks or decides for whom.
  package mutating func settle(from former: Person?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    let roles = writing.caller.roles(for: (former ?? self).header, Scope())
    if hubRole != former?.hubRole ?? .none, !roles.contains(.admin) {
      throw writing.refusal(needing: .admin)
    }
    email = email?.lowercased()
    let belonging = (duties, organization)
    let before = (former?.duties ?? [], former?.organization)
    guard belonging != before, !roles.contains(.admin) else { return [] }
    // Nobody gives themselves what is private to an organization, nor anybody one of another
    // network.
    let isOwn = former != nil && former?.id == writing.caller.person
    let home = try organization.flatMap { try writing.load($0)?.header.network }
    guard roles.contains(.staff), !isOwn, home.map({ $0 == header.network }) ?? true else {
      throw writing.refusal(needing: isOwn ? .admin : [.staff, .admin])
    }
    return []
  }
}
