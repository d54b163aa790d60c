import HubModel

extension Access {
  /// Whether the caller may hand somebody the means to sign in as this person.
  ///
  /// Staff brings people in, once. Who replaces a password, or speaks for staff and admins, could
  /// act in their name: only an admin may, and the history says so.
  static func mayInvite(_ caller: Caller, _ person: Person, hasPassword: Bool) -> Bool {
    let roles = caller.roles(for: person.header, person.scope)
    if roles.contains(.admin) { return true }
    return roles.contains(.staff) && person.hubRole == .none && !hasPassword
  }

  /// Whether the caller may end all of a person's sessions and tokens.
  static func mayEndSignIns(_ caller: Caller, of person: Person) -> Bool {
    caller.roles(for: person.header, person.scope).contains(.admin) || caller.person == person.id
  }
}
