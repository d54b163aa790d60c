import HubHTTP
import HubModel
import HubText

/// `POST /people/{ref}/sign-out`: ends whatever a person could come in by.
enum SignOutAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .post, "\(API.root)/people/{ref}/sign-out", name: "end sign-ins of person",
        .writing(document).secret, handler: signOut)
    ]
  }

  /// Sessions, tokens and invitations; with `{"password": true}` the password too, so that only
  /// a new invitation lets the person in again.
  private static func signOut(_ context: Context) throws -> Response {
    let json = context.request.body.isEmpty ? JSON.object([]) : try context.request.json()
    var members = try RequestMembers(json, known: ["password"])
    let takesPassword = members.flag("password")
    try members.finish()
    return try context.write { writing in
      _ = try SignInAPI.caller(context, in: writing)
      let person = try SignInAPI.person(context.parameters, in: writing)
      guard Access.mayEndSignIns(writing.caller, of: person) else {
        throw Refusal.notAllowed(Fault("notAllowed", ["roles": "admin"]))
      }
      let ended = try SignIns.end(of: person.id, withPassword: takesPassword, in: writing)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("person", person.id.description)
      writer.member("handle", person.handle)
      writer.member("sessions", ended.sessions)
      writer.member("tokens", ended.tokens)
      writer.member("invitations", ended.invitations)
      writer.key("password")
      writer.bool(ended.password)
      writer.endObject()
      return Response.json(writer).unkept
    }
  }
}
