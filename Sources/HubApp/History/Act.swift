/// What somebody did to a record.
package struct Act: Sendable, Hashable {
  /// What was done.
  package enum Kind: String, Sendable, CaseIterable {
    case create, edit, move
    /// An edition was frozen and released.
    case release
    /// A name or text was taken out everywhere, leaving its digest.
    case expunge
    /// Data was changed by a newer version of the program, which has it otherwise.
    case migrate
    /// The whole database was written out.
    case export
    /// Somebody was handed the means to choose a password.
    case invite
    /// A password was chosen.
    case setPassword
    /// An access token was made, or revoked.
    case makeToken, revokeToken
    /// All of somebody's sessions and tokens were ended.
    case endSignIns
    /// Sign-in was refused because too many attempts had failed.
    case throttle
    /// A browser signed in.
    case signIn
    /// The digest of something that stands beside the records was noted: of an edition, of what was
    /// there before such digests were kept.
    case seal
  }

  package var kind: Kind
  package var from: String?
  package var to: String?
  package var reason: String?
  /// For an expunction: the entries whose content it takes out, with what they say instead.
  package var replaced: [ExpungedEntry]

  package init(
    _ kind: Kind, from: String? = nil, to: String? = nil, reason: String? = nil,
    replaced: [ExpungedEntry] = []
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.reason = reason
    self.replaced = replaced
  }
}
