package import HubModel
import HubSQL

extension StandingItem: Stored {
  package static let table = RecordTable<StandingItem>()

  package mutating func settle(
    from former: StandingItem?, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    if let network = try writing.network(of: body) { header.network = network }
    return []
  }
}

extension Reading {
  /// The items with which every new agenda of a body begins, as far as the caller may see them.
  func standingItems(of body: ID<Body>, _ placement: AgendaPlacement) throws -> [StandingItem] {
    try all(
      where: """
        t.body = \(body.number) AND t.state = 'standing' \
        AND t.placement = \(placement.rawValue)
        """, orderedBy: "t.position, t.number")
  }

  /// The handle of whoever has a role in a body on a day, if it is one person whom the caller may
  /// see.
  func handle(of role: MembershipRole, in body: ID<Body>, on day: Day) throws -> String? {
    let memberships: [Membership] = try all(
      where: "t.body = \(body.number) AND t.role = \(role.rawValue)")
    let people = Set(memberships.filter { $0.holds(on: day) }.map(\.person))
    guard people.count == 1 else { return nil }
    return try handles(of: people).values.first
  }
}
