import HubModel
import HubSQL

/// Who says that somebody has a duty of an organization: what is private to it is for those who
/// have one. An admin names the first, and from then on those who have one name the others; nobody
/// names themselves.
struct Duties {
  private let person: Person
  private let former: Person?
  private let writing: Writing
  private let roles: Roles
  /// Whether somebody changes what they are themselves.
  private let isOwn: Bool

  init(of person: Person, before former: Person?, in writing: Writing) {
    self.person = person
    self.former = former
    self.writing = writing
    roles = writing.caller.roles(for: (former ?? person).header, Scope())
    isOwn = former != nil && former?.id == writing.caller.person
  }

  func faults() throws -> [Fault] {
    if writing.caller.isFounder { return [] }
    let mayDoMore = isOwn || !roles.isDisjoint(with: [.staff, .admin])
    guard mayDoMore || former.map(isOtherInDutiesOnly) ?? false else {
      return [Fault("colleaguesDutiesOnly", at: "/duties")]
    }
    if person.organization != former?.organization { try checkMove() }
    guard let organization = person.organization, !gained.isEmpty else { return [] }
    if isOwn { throw Refusal.notAllowed(Fault("ownDuties", at: "/duties")) }
    let caller = writing.caller
    if try hasHolders(organization) {
      guard caller.organization == organization, !caller.duties.isEmpty else {
        throw Refusal.notAllowed(
          Fault("dutyFromHolder", at: "/duties", ["organization": organization.description]))
      }
    } else if !roles.contains(.admin) {
      throw writing.refusal(needing: .admin)
    }
    return []
  }

  /// Staff says to which organization somebody belongs, within the network; an admin anywhere.
  private func checkMove() throws {
    guard !roles.contains(.admin) else { return }
    let home = try person.organization.flatMap { try writing.load($0)?.header.network }
    let isHere = home.map { $0 == person.header.network } ?? true
    guard roles.contains(.staff), !isOwn, isHere else {
      throw writing.refusal(needing: isOwn ? .admin : [.staff, .admin])
    }
  }

  /// What the person did not have before: at another organization all of it.
  private var gained: [Duty] {
    guard let former, former.organization == person.organization else { return person.duties }
    return person.duties.filter { !former.duties.contains($0) }
  }

  private func hasHolders(_ organization: ID<Organization>) throws -> Bool {
    try writing.connection.first(
      "SELECT 1 FROM people WHERE organization = \(organization.number) AND duties <> ''"
    ) { _ in true } ?? false
  }

  private func isOtherInDutiesOnly(than former: Person) -> Bool {
    person.header == former.header
      && Person.fields.allSatisfy {
        $0.name == "duties" || $0.cells(of: person) == $0.cells(of: former)
      }
  }
}
