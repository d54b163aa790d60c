package import Foundation
package import HubModel

/// Somebody who asks, and all that decides what they may see and do.
package struct Caller: Sendable {
  package let person: ID<Person>?
  package let handle: String?
  package let language: Language?
  package let network: ID<Network>?
  /// The zone of the network's clocks: what "today" means for the caller.
  package let zone: TimeZone
  package let isAdmin: Bool
  package let isFounder: Bool
  /// The networks in which the caller is staff.
  package let staffOf: [ID<Network>]
  package let organization: ID<Organization>?
  package let duties: [Duty]
  /// The roles that the caller has today, by body.
  package let memberships: [ID<Body>: Roles]
  /// What the caller can open: a record is visible when its audience holds one of them.
  let keyring: Set<AudienceKey>
  /// The same as words.
  package let keys: [String]

  package static let anonymous = Caller()
  package static let founder = Caller(isFounder: true)

  init(isFounder: Bool = false) {
    self.init(person: nil, zone: .gmt, memberships: [:], networks: [], isFounder: isFounder)
  }

  /// - Parameters:
  ///   - networks: every network in the hub; only an admin needs them.
  ///   - withholdsAdmin: an admin is only staff, of every network.
  init(
    person: Person?, zone: TimeZone, memberships: [ID<Body>: Roles], networks: [ID<Network>],
    isFounder: Bool = false, withholdsAdmin: Bool = false
  ) {
    self.person = person?.id
    handle = person?.handle
    language = person?.preferredLanguage.language
    network = person?.header.network
    self.zone = zone
    let isEverywhere = person?.hubRole == .admin
    isAdmin = isEverywhere && !withholdsAdmin
    self.isFounder = isFounder
    organization = person?.organization
    duties = person?.duties ?? []
    self.memberships = memberships
    let own = person.map { [$0.header.network] } ?? []
    staffOf = isEverywhere ? networks : person?.hubRole == .staff ? own : []
    let visited = isEverywhere ? networks : own
    var keys: [AudienceKey] = [.world]
    keys += visited.map(AudienceKey.network)
    keys += staffOf.map(AudienceKey.staff)
    for (body, roles) in memberships.sorted(by: { $0.key < $1.key }) {
      keys.append(.members(of: body))
      if !roles.isDisjoint(with: .officers) { keys.append(.officers(of: body)) }
    }
    if let organization { keys += duties.map { AudienceKey.duty($0, at: organization) } }
    if let person { keys.append(.person(person.id)) }
    keyring = Set(keys)
    self.keys = keys.map(\.text)
  }

  /// What the caller is to a record: which roles of the rules apply.
  package func roles(for header: Header, _ scope: Scope) -> Roles {
    if isFounder { return Roles(rawValue: .max) }
    guard let person else { return [] }
    var roles: Roles = []
    if isAdmin { roles.insert(.admin) }
    let isStaff = staffOf.contains(header.network)
    if isStaff { roles.insert(.staff) }
    if network == header.network || isAdmin || isStaff { roles.insert(.network) }
    if let body = scope.body, let held = memberships[body] { roles.formUnion(held) }
    if let organization = scope.organization, organization == self.organization {
      for duty in duties { roles.formUnion(duty.role) }
    }
    if scope.names(person) { roles.formUnion([.assignee, .oneself]) }
    if header.author == person { roles.insert(.author) }
    return roles
  }
}

extension Duty {
  var role: Roles {
    switch self {
    case .liaison: .liaison
    case .validator: .validator
    case .decisionMaker: .decisionMaker
    }
  }
}
