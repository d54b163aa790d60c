extension JSON {
  /// This value with a merge patch applied (RFC 7396): members of the patch replace or add,
  /// `null` removes, anything but an object replaces the whole. New members come last.
  package func mergePatch(_ patch: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    let former = object ?? []
    var members = former.map(Optional.some)
    var places: [JSONSpelling: Int] = [:]
    for (index, member) in former.enumerated().reversed() {
      places[JSONSpelling(name: member.name)] = index
    }
    for change in changes {
      let place = places[JSONSpelling(name: change.name)]
      switch (place, change.value) {
      case (let place?, .null): members[place] = nil
      case (nil, .null): break
      case (let place?, let value):
        let value = (members[place]?.value ?? .null).mergePatch(value)
        members[place] = Member(name: change.name, value: value)
      case (nil, let value):
        places[JSONSpelling(name: change.name)] = members.count
        members.append(Member(name: change.name, value: JSON.null.mergePatch(value)))
      }
    }
    return .object(members.compactMap(\.self))
  }
}
