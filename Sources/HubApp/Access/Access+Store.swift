import Foundation
import HubModel
package import HubSQL

extension Access {
  /// The SQL form of `maySee`, for a table with an `audience` column.
  ///
  /// An audience has a few keys and a caller may have many: the audience's are gone through, and
  /// `COALESCE` keeps the database from looking each of the caller's up in it instead.
  ///
  /// - Parameter table: the table's name or alias in the statement.
  package static func condition(_ caller: Caller, _ table: String) -> SQL {
    if caller.isFounder { return "1 = 1" }
    return """
      EXISTS (SELECT 1 FROM audience_keys k WHERE k.audience = \(raw: table).audience \
      AND COALESCE(k.key, '') IN (\(list: caller.keys)))
      """
  }
}

extension Caller {
  private static let byHandle = """
    SELECT \(Person.table.selection), \
    (SELECT time_zone FROM networks n WHERE n.number = people.network) \
    FROM people WHERE handle = ? AND merged_into IS NULL
    """

  /// Looks somebody up, with the memberships they hold today. Two statements.
  ///
  /// - Throws: `Refusal.signInRequired` when there is no such person.
  static func load(_ identity: Identity, on now: Moment, from connection: Connection) throws
    -> Caller
  {
    switch identity {
    case .anonymous: return .anonymous
    case .founder: return .founder
    case .person(let handle), .personWithoutAdmin(let handle):
      let withholdsAdmin = identity == .personWithoutAdmin(handle)
      guard
        let (person, zone) = try connection.first(
          SQL(raw: byHandle, bindings: [.text(handle)]),
          { row in
            let zone = TimeZone(identifier: row.string(row.columnCount - 1))
            return (Person.table.record(row), zone ?? .gmt)
          })
      else { throw Refusal.invalid([Fault("unknownPerson", ["handle": handle])]) }
      let today = now.local(in: zone).day.number
      var memberships: [ID<Body>: Roles] = [:]
      try connection.forEach(
        """
        SELECT body, role FROM memberships WHERE person = \(person.header.number)
        AND starts_on <= \(today) AND (ends_on IS NULL OR ends_on >= \(today))
        """
      ) { row in
        let role = MembershipRole(rawValue: row.string(1)) ?? .observer
        memberships[ID(row.int64(0)), default: []].formUnion(role.roles)
        return true
      }
      guard person.hubRole == .admin else {
        return Caller(person: person, zone: zone, memberships: memberships, networks: [])
      }
      let networks = try connection.query("SELECT number FROM networks ORDER BY number") {
        ID<Network>($0.int64(0))
      }
      return Caller(
        person: person, zone: zone, memberships: memberships, networks: networks,
        withholdsAdmin: withholdsAdmin)
    }
  }
}
