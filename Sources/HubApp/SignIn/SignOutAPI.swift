import HubHTTP
import HubModel
import HubText

/// `POST /people/{ref}/sign-out`: ends whatever a person could come in by.
struct SignOutAPI: Sendable {
  let hub: Hub

  init(_ hub: Hub) { self.hub = hub }

  var routes: [Route] {
    [
      Route(
        .post, "\(API.root)/people/{ref}/sign-out", name: "end sign-ins of person",
        handler: signOut)
    ]
  }

  /// Sessions, tokens and invitations; with `{"password": true}` the password too, so that only
  /// a new invitation lets the person in again.
  @Sendable private func signOut(_ request: Request, _ parameters: Parameters) throws -> Response {
    let json = request.body.isEmpty ? JSON.object([]) : try request.json()
    var members = try RequestMembers(json, known: ["password"])
    let takesPassword = members.flag("password")
    try members.finish()
    return try hub.write(as: request.identity) { writing in
      _ = try SignInAPI.caller(request, in: writing)
      let person = try SignInAPI.person(parameters, in: writing)
      guard Access.mayEndSignIns(writing.caller, of: person) else {
        throw Refusal.notAllowed(Fault("notAllowed", ["roles": "admin"]))
      }
      let sessions = try BrowserSession.endAll(of: person.id, in: writing)
      let tokens = try AccessToken.revokeAll(of: person.id, in: writing)
      let invitations = try Invitation.void(of: person.id, in: writing)
      let password = takesPassword ? try Password.remove(of: person.id, in: writing) : false
      try SignInHistory.append(.endSignIns, of: person.id, in: writing)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("person", person.id.description)
      writer.member("handle", person.handle)
      writer.member("sessions", sessions)
      writer.member("tokens", tokens)
      writer.member("invitations", invitations)
      writer.key("password")
      writer.bool(password)
      writer.endObject()
      return Response.json(writer).unkept
    }
  }
}
