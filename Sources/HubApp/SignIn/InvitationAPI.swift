import HubCrypto
import HubHTTP
import HubModel
import HubText

/// Bringing people in: an invitation is made for a person, and used once to choose a password.
enum InvitationAPI {
  static let path = "\(API.root)/invitations"

  static var routes: [APIRoute] {
    [
      APIRoute(
        .post, "\(API.root)/people/{ref}/invitations", name: "invite person",
        .writing(made).secret, handler: make),
      APIRoute(
        .post, path, name: "use invitation", .writing(used).asked(by: .anybody).secret,
        handler: use),
    ]
  }

  private static func make(_ context: Context) throws -> Response {
    try context.write { writing in
      _ = try SignInAPI.caller(context, in: writing)
      let person = try SignInAPI.person(context.parameters, in: writing)
      let standing = try SignedIn.standing(of: person.id, in: writing)
      guard Access.mayInvite(writing.caller, person, standing) else {
        throw Refusal.notAllowed(Fault("inviteNotAllowed"))
      }
      if let gone = person.goneFault { throw Refusal.conflict(gone) }
      let made = try Invitation.make(for: person.id, context.signIn.settings, in: writing)
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

  private static func use(_ context: Context) throws -> Response {
    var members = try RequestMembers(context.request.json(), known: ["secret", "password"])
    let digest = Token.digest(of: members.text("secret"))
    let password = PasswordRules.normalized(members.text("password"))
    try members.finish()
    let invited = try context.hub.read(as: .anonymous) { try Invitation.person(digest, in: $0) }
    guard let person = invited else { throw SignInRefusal.badInvitation }
    members.add(PasswordRules.faults(password, of: person, at: "/password"))
    try members.finish()
    let hash = try context.signIn.hash(password)
    let session = try context.hub.write(as: .person(person.handle)) { writing in
      guard try Invitation.use(digest, in: writing) else { throw SignInRefusal.badInvitation }
      return try PasswordAPI.set(hash, of: person.id, context.signIn.settings, in: writing)
    }
    return SignInAPI.answer(person.id, person.handle, session, context.signIn.settings)
  }
}
