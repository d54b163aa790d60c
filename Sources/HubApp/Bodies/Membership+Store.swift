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
    if former == nil, try isSaidAlready(in: writing) {
      throw Refusal.conflict(Fault("alreadyThere", ["type": Self.type.rawValue]))
    }
    guard !writing.caller.isFounder, person == writing.caller.person,
      try isRaised(from: former, in: writing)
    else { return [] }
    return [Fault("ownRoleRaised", at: "/role")]
  }

  /// Whether the person has the same role in the body on one of the same days.
  package func isSaidAlready(in reading: Reading) throws -> Bool {
    let last = endsOn?.number ?? Int.max
    return try reading.connection.first(
      """
      SELECT 1 FROM memberships WHERE person = \(person.number) AND body = \(body.number) \
      AND role = \(role.rawValue) AND starts_on <= \(last) \
      AND (ends_on IS NULL OR ends_on >= \(startsOn.number)) AND number <> \(header.number)
      """
    ) { _ in true } ?? false
  }

  package mutating func giveWay(on today: Day) {
    endsOn = max(startsOn, min(endsOn ?? today, today))
  }

  /// Whether it says more of the person than what they are in the body today.
  private func isRaised(from former: Membership?, in writing: Writing) throws -> Bool {
    if let former, (former.role, former.startsOn, former.endsOn) == (role, startsOn, endsOn) {
      return false
    }
    let held: [Membership] = try writing.loadAll(
      where: "t.person = \(person.number) AND t.body = \(body.number)")
    let today = try writing.today(in: header.network)
    return !held.contains { $0.holds(on: today) && $0.role.rank >= role.rank }
  }

  /// `current=true`: those that hold today.
  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? {
    guard name == "current" else { return nil }
    let today = try reading.todays().ofRow
    return "t.starts_on <= \(today) AND (t.ends_on IS NULL OR t.ends_on >= \(today))"
  }
}
