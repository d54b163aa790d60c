extension JSON {
  /// This value with a merge patch applied (RFC 7396): members of the patch replace or add,
  /// `null` removes, anything but an object replaces the whole. New members come last.
  package func mergePatch(_ patch: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    var members = object ?? []
    for change in changes {
      let index = members.firstIndex { $0.name == change.name }
      switch (index, change.value) {
      case (let index?, .null): members.remove(at: index)
      case (nil, .null): break
      case (let index?, let value): members[index].value = members[index].value.mergePatch(value)
      case (nil, let value):
        members.append(Member(name: change.name, value: JSON.null.mergePatch(value)))
      }
    }
    return .object(members)
  }
}
