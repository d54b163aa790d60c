import HubCrypto
import HubHTTP
import HubModel
import HubText

/// Bringing people in: an invitation is made for a person, and used once to choose a password.
struct InvitationAPI: Sendable {
  let hub: Hub
  let signIn: SignIn

  static let path = "\(API.root)/invitations"

  init(_ hub: Hub, _ signIn: SignIn) {
    self.hub = hub
    self.signIn = signIn
  }

  var routes: [Route] {
    [
      Route(.post, "\(API.root)/people/{ref}/invitations", name: "invite person", handler: make),
      Route(.post, Self.path, name: "use invitation") { request, _ in try use(request) },
    ]
  }

  @Sendable private func make(_ request: Request, _ parameters: Parameters) throws -> Response {
    try hub.write(as: request.identity) { writing in
      _ = try SignInAPI.caller(request, in: writing)
      let person = try SignInAPI.person(parameters, in: writing)
      let hasPassword = try Password.hash(of: person.id, writing.connection) != nil
      guard Access.mayInvite(writing.caller, person, hasPassword: hasPassword) else {
        throw Refusal.notAllowed(Fault("inviteNotAllowed"))
      }
      let made = try Invitation.make(for: person.id, signIn.settings, in: writing)
      try SignInHistory.append(.invite, of: person.id, in: writing)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("person", person.id.description)
      writer.member("handle", person.handle)
      writer.member("secret", made.secret)
      writer.member("expires", made.expires.description)
      writer.endObject()
      return Response.json(writer, status: 201).unkept
    }
  }

  private func use(_ request: Request) throws -> Response {
    var members = try RequestMembers(request.json(), known: ["secret", "password"])
    let digest = Token.digest(of: members.text("secret"))
    let password = PasswordRules.normalized(members.text("password"))
    try members.finish()
    let invited = try hub.read(as: .anonymous) { try Invitation.person(digest, in: $0) }
    guard let person = invited else { throw SignInRefusal.badInvitation }
    members.add(PasswordRules.faults(password, of: person, at: "/password"))
    try members.finish()
    let hash = try signIn.hash(password)
    let session = try hub.write(as: .person(person.handle)) { writing in
      guard try Invitation.use(digest, in: writing) else { throw SignInRefusal.badInvitation }
      return try PasswordAPI.set(hash, of: person.id, signIn.settings, in: writing)
    }
    return SignInAPI.answer(person.id, person.handle, session, signIn.settings)
  }
}
