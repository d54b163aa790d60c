import HubCrypto

/// What everybody who signs in has to do with, as long as the service runs: the settings, the
/// hashing that is under way, the attempts that failed.
package final class SignIn: Sendable {
  package let settings: SignInSettings
  package let gate: HashGate
  package let throttle: Throttle
  let lockOuts: LockOuts

  package init(_ settings: SignInSettings = SignInSettings()) {
    self.settings = settings
    gate = HashGate(settings.hashesAtOnce)
    throttle = Throttle()
    lockOuts = LockOuts(of: throttle)
  }

  /// A hash of no password, made as the others are: what is verified where there is none, so that
  /// it takes as long to refuse somebody who does not exist.
  static let dummyHash =
    "$argon2id$v=19$m=19456,t=2,p=1$2tkpUzxGRGmPkVOwMVWAwA$"
    + "QSVvdHsyvJYcUpnu3YP4zy2o4pQZ08gBB5UjVlK0Ujs"

  /// Whether the password is the one that was hashed; the same work where there is no hash.
  func verify(_ password: String, against hash: String?) throws -> Bool {
    let isTooLong = password.utf8.count > PasswordRules.longest
    let isRight = try gate.run {
      PasswordHash.verify(isTooLong ? "" : password, against: hash ?? Self.dummyHash)
    }
    return isRight && hash != nil && !isTooLong
  }

  func hash(_ password: String) throws -> String {
    try gate.run { try PasswordHash.make(password) }
  }
}
