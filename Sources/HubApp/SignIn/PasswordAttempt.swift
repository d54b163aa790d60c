import HubCrypto
import HubHTTP
import HubModel
import HubText

/// One try at a password: counted before it is judged, and the same work whoever it is for.
struct PasswordAttempt {
  private let hub: Hub
  private let signIn: SignIn
  private let address: String
  private let person: ID<Person>?
  private let account: Throttle.Account

  init(_ context: Context, _ person: ID<Person>?, _ login: Login) {
    hub = context.hub
    signIn = context.signIn
    address = ClientAddress.of(context.request, signIn.settings)
    self.person = person
    account =
      person.map { .person($0.number) } ?? .unknown(Digest.blake2b(Array(login.name.utf8)))
  }

  /// - Parameter hash: nil where there is no such person, or no password.
  /// - Throws: `SignInRefusal.throttled` and `.busy`.
  func isRight(_ password: String, against hash: String?) throws -> Bool {
    if case .refused(let seconds, let isFirst) = signIn.throttle.admit(
      account, from: address, at: hub.steady())
    {
      if isFirst { note() }
      throw SignInRefusal.throttled(seconds: seconds)
    }
    let isRight: Bool
    do {
      isRight = try signIn.verify(password, against: hash)
    } catch {
      signIn.throttle.release(account, address)
      throw error
    }
    if isRight { signIn.throttle.succeed(account, from: address) }
    signIn.lockOuts.keep(in: hub)
    return isRight
  }

  /// Leaves word in the history, for a name that is nobody's too, or its absence would tell. What
  /// was typed there is not kept: it may be a password that slipped into the wrong line.
  private func note() {
    try? hub.write(as: .anonymous) { writing in
      try SignInHistory.append(.throttle, of: person, in: writing)
    }
  }
}
