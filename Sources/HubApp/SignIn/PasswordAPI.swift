import HubHTTP
import HubModel
import HubText

/// `POST /passwords`: choosing another password.
enum PasswordAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .post, "\(API.root)/passwords", name: "change password", .writing(changed).secret,
        handler: change)
    ]
  }

  private static func change(_ context: Context) throws -> Response {
    let (person, hash) = try context.read { reading in
      let person = try reading.find(try SignInAPI.caller(context, in: reading))
      return (person, try Password.hash(of: person.id, reading.connection))
    }
    var members = try RequestMembers(context.request.json(), known: ["current", "new"])
    let current = PasswordRules.normalized(members.text("current"))
    let new = PasswordRules.normalized(members.text("new"))
    try members.finish()
    members.add(PasswordRules.faults(new, of: person, at: "/new"))
    if new == current { members.fault("passwordSame", "new") }
    try members.finish()
    let attempt = PasswordAttempt(context, person.id, Login(person.handle))
    guard try attempt.isRight(current, against: hash) else {
      throw Refusal.fault("passwordWrong", at: "/current")
    }
    let newHash = try context.signIn.hash(new)
    let session = try context.hub.write(as: .person(person.handle)) { writing in
      guard try Password.hash(of: person.id, writing.connection) == hash else {
        throw Refusal.fault("passwordWrong", at: "/current")
      }
      return try Self.set(newHash, of: person.id, context.signIn.settings, in: writing)
    }
    return SignInAPI.answer(person.id, person.handle, session, context.signIn.settings)
  }

  /// Sets a password: whoever was signed in with the former one is signed out, invitations are
  /// void, and the one who set it gets a session.
  static func set(
    _ hash: String, of person: ID<Person>, _ settings: SignInSettings, in writing: Writing
  ) throws -> (secret: String, expires: Moment) {
    try Password.set(hash, of: person, in: writing)
    try BrowserSession.endAll(of: person, in: writing)
    try Invitation.void(of: person, in: writing)
    return try BrowserSession.begin(for: person, settings, in: writing)
  }
}
