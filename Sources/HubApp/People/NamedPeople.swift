import HubModel

/// A handle in a file and where it stands.
struct NamedPerson {
  let handle: String
  let pointer: String
  let position: Fault.Position?
}

extension Reading {
  /// The people of these handles whom the caller may see, and a fault more for every other handle,
  /// with the nearest one that there is.
  func people(_ named: [NamedPerson], addingTo faults: [Fault]) throws -> (
    people: [String: ID<Person>], faults: [Fault]
  ) {
    let found = try people(withHandles: Set(named.map(\.handle)))
    let unknown = named.filter { found[$0.handle] == nil }
    guard !unknown.isEmpty else { return (found, faults) }
    let handles = try someHandles()
    let more = unknown.map { person in
      let nearest = Nearest.word(to: person.handle, among: handles)
      var arguments = ["handle": person.handle]
      arguments["nearest"] = nearest
      return Fault(
        nearest == nil ? "unknownHandle" : "unknownHandleNear", at: person.pointer, arguments,
        position: person.position)
    }
    return (found, faults + more)
  }
}
