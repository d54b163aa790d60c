import HubModel
import HubSQL

/// Who is signed in, and what they belong to.
enum SignedIn {
  /// The person of a handle, if the caller may see them.
  static func person(_ handle: String, in reading: Reading) throws -> Person? {
    try reading.all(Person.self, where: "t.handle = \(handle)").first
  }

  /// What somebody has to lose whom others want to invite.
  static func standing(of person: ID<Person>, in reading: Reading) throws -> Access.Standing {
    var standing: Access.Standing = []
    let hasPassword = try Password.hash(of: person, reading.connection) != nil
    if try hasPassword || AccessToken.count(of: person, in: reading) > 0 {
      standing.insert(.canSignIn)
    }
    let offices = MembershipRole.allCases.filter { !$0.roles.isDisjoint(with: .officers) }
    let runsBody = try reading.connection.first(
      """
      SELECT 1 FROM memberships WHERE person = \(person.number) \
      AND role IN (\(list: offices.map(\.rawValue))) \
      AND (ends_on IS NULL OR ends_on >= \(reading.today.number))
      """
    ) { _ in true }
    if runsBody == true { standing.insert(.runsBody) }
    return standing
  }

  /// The memberships that the caller holds today.
  static func memberships(in reading: Reading) throws -> [Membership] {
    guard let person = reading.caller.person else { return [] }
    let today = reading.today.number
    return try reading.loadAll(
      Membership.self,
      where: """
        t.person = \(person.number) AND t.starts_on <= \(today) \
        AND (t.ends_on IS NULL OR t.ends_on >= \(today))
        """, orderedBy: "t.body, t.number")
  }
}
