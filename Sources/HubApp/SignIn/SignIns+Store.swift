import HubModel

/// Whatever a person can come in by, together.
enum SignIns {
  /// How much of it was ended.
  struct Ended {
    let sessions: Int
    let tokens: Int
    let invitations: Int
    let password: Bool
  }

  /// Ends sessions, tokens and invitations.
  ///
  /// - Parameter withPassword: the password too, so that only a new invitation lets them in again.
  static func end(
    of person: ID<Person>, withPassword: Bool, in writing: Writing
  ) throws -> Ended {
    let ended = Ended(
      sessions: try BrowserSession.endAll(of: person, in: writing),
      tokens: try AccessToken.revokeAll(of: person, in: writing),
      invitations: try Invitation.void(of: person, in: writing),
      password: withPassword ? try Password.remove(of: person, in: writing) : false)
    try SignInHistory.append(.endSignIns, of: person, in: writing)
    return ended
  }
}
