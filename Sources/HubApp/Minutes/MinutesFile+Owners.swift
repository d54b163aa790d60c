import HubModel

extension MinutesFile {
  /// Whom the names mean that an action gives: an organization that is called so, else somebody
  /// without an account. What is nearly an organization, or somebody who has an account, is told.
  mutating func findOwners(in reading: Reading) throws {
    // What the hub wrote itself means what it meant.
    let known = Set(seen.items.flatMap(\.outcomes).flatMap(\.names))
    var names = ImportNames(reading)
    for item in document.items.indices {
      for place in document.items[item].outcomes.indices
      where !document.items[item].outcomes[place].names.isEmpty {
        var outcome = document.items[item].outcomes[place]
        let pointer = "/items/\(item)/outcomes/\(place)"
        var (organizations, people): ([Reference], [String]) = ([], [])
        for name in outcome.names {
          if known.contains(name) {
            people.append(NamedParticipant(name).written)
            continue
          }
          switch try Self.owner(name, &names, in: reading) {
          case .organization(let reference): organizations.append(reference)
          case .named(let written): people.append(written)
          case .fault(let code, let arguments):
            faults.append(
              Fault(code, at: pointer + "/names", arguments, position: outcome.position))
          }
        }
        if (outcome.organization == nil ? 0 : 1) + organizations.count > 1 {
          faults.append(
            Fault("oneOrganization", at: pointer + "/organization", position: outcome.position))
        }
        if people.count > 1 {
          faults.append(
            Fault(
              "severalParticipants", at: pointer + "/names",
              ["text": people.joined(separator: "; ")], position: outcome.position))
        }
        outcome.organization = outcome.organization ?? organizations.first
        outcome.names = people
        document.items[item].outcomes[place] = outcome
      }
    }
  }

  private enum Owner {
    case organization(Reference)
    case named(String)
    case fault(String, [String: String])
  }

  private static func owner(
    _ name: String, _ names: inout ImportNames, in reading: Reading
  ) throws -> Owner {
    let organizations = try names.references(.organization, called: name)
    if organizations.count == 1 { return .organization(organizations[0]) }
    if organizations.count > 1 {
      let refs = organizations.map(\.description).joined(separator: ", ")
      return .fault("ambiguousOrganization", ["name": name, "refs": refs])
    }
    if let fault = NamedParticipant.fault(in: name, at: "") {
      return .fault(fault.code, fault.arguments)
    }
    let one = NamedParticipant(name)
    // With a function it is somebody else of the same name, if anybody.
    if one.function == nil {
      let people = try names.references(.person, called: name).compactMap { ID<Person>($0) }
      if let handle = try reading.handles(of: Set(people)).values.sorted().first {
        return .fault("participantHasAccount", ["name": name, "handle": handle])
      }
      if let nearest = try names.nearest(.organization, to: name) {
        return .fault("likeOrganization", ["name": name, "nearest": nearest])
      }
    }
    return .named(one.written)
  }
}
