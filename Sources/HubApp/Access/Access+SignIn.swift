import HubModel

extension Access {
  /// Whether the caller may hand somebody the means to sign in as this person.
  ///
  /// Staff brings people in, once. Whoever gives somebody the means to sign in could use them, and
  /// act in that person's name: for those who have a say, or can sign in already, only an admin
  /// may, and the history says so.
  ///
  /// - Parameter standing: what the person has to lose.
  static func mayInvite(_ caller: Caller, _ person: Person, _ standing: Standing) -> Bool {
    let roles = caller.roles(for: person.header, person.scope)
    if roles.contains(.admin) { return true }
    return roles.contains(.staff) && person.hubRole == .none && person.duties.isEmpty
      && standing.isDisjoint(with: [.canSignIn, .runsBody])
  }

  /// What somebody is whom others want to invite.
  struct Standing: OptionSet {
    let rawValue: Int

    /// Has a password, or a token that can be used.
    static let canSignIn = Standing(rawValue: 1)
    /// Is the chair, facilitator or secretary of a body.
    static let runsBody = Standing(rawValue: 2)
  }

  /// Whether the caller may end all of a person's sessions and tokens.
  static func mayEndSignIns(_ caller: Caller, of person: Person) -> Bool {
    caller.roles(for: person.header, person.scope).contains(.admin) || caller.person == person.id
  }
}
