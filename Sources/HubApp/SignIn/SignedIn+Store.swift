import HubModel
import HubSQL

/// Who is signed in, and what they belong to.
enum SignedIn {
  /// The person of a handle, if the caller may see them.
  static func person(_ handle: String, in reading: Reading) throws -> Person? {
    try reading.all(Person.self, where: "t.handle = \(handle)").first
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
