import HubModel
import HubSQL

/// What a caller could see in the past: by what they were then, as the history tells it, and not by
/// what they have become.
struct FormerCaller {
  private let caller: Caller
  private var person: PastRecord<Person>
  private var memberships: [Int64: PastRecord<Membership>]

  /// nil for nobody in particular, who is always the same. Three statements.
  init?(of reading: Reading) throws {
    caller = reading.caller
    guard let id = caller.person, let today = try reading.load(id) else { return nil }
    person = PastRecord(today)
    let held: [Membership] = try reading.loadAll(where: "t.person = \(id.number)")
    memberships = Dictionary(
      uniqueKeysWithValues: held.map { ($0.header.number, PastRecord($0)) })
    let entries = try Entry.all(of: id, Array(memberships.keys), reading.connection)
    var replaced: [Int64: String] = [:]
    for entry in entries where entry.act == Act.Kind.expunge.rawValue {
      for other in ExpungedEntry.list(in: entry.content ?? "") {
        replaced[other.entry] = other.content
      }
    }
    for entry in entries {
      let content = replaced[entry.id] ?? entry.content
      if entry.type == Person.type.rawValue {
        person.add(content, at: entry.at)
      } else {
        memberships[entry.number]?.add(content, at: entry.at)
      }
    }
  }

  private struct Entry {
    let type: String
    let number: Int64
    let id: Int64
    let at: Moment
    let act: String
    let content: String?

    static func all(
      of person: ID<Person>, _ memberships: [Int64], _ connection: Connection
    ) throws -> [Entry] {
      try connection.query(
        """
        SELECT r.type, r.number, h.id, h.at, h.act, h.content \
        FROM records r JOIN history h ON h.record = r.id \
        WHERE (r.type = \(Person.type.rawValue) AND r.number = \(person.number)) \
        OR (r.type = \(Membership.type.rawValue) AND r.number IN (\(list: memberships))) \
        ORDER BY h.id
        """
      ) { row in
        Entry(
          type: row.string(0), number: row.int64(1), id: row.int64(2),
          at: Moment(milliseconds: row.int64(3)), act: row.string(4),
          content: row.optionalString(5))
      }
    }
  }

  /// Whether they could see what had this audience, just before a moment.
  func couldSee(audience keys: [AudienceKey], before moment: Moment) -> Bool {
    guard let person = person.before(moment) else { return keys.contains(.world) }
    let day = moment.local(in: caller.zone).day
    var roles: [ID<Body>: Roles] = [:]
    for membership in memberships.values.compactMap({ $0.before(moment) })
    where membership.holds(on: day) {
      roles[membership.body, default: []].formUnion(membership.role.roles)
    }
    // Of other networks than their own only those count in which they are staff today as well.
    let networks = caller.staffOf.isEmpty ? [person.header.network] : caller.staffOf
    let then = Caller(
      person: person, zone: caller.zone, memberships: roles, networks: networks)
    return Access.maySee(then, audience: keys)
  }
}
