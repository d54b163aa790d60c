import HubHTTP
import HubModel
import HubText

/// `GET /me`: who the caller is, and in which roles.
enum MeAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, "\(API.root)/me", name: "show caller",
        .reading(document).asked(by: .signedIn).secret.brief, handler: show)
    ]
  }

  private static func show(_ context: Context) throws -> Response {
    try context.read { reading in
      guard let id = reading.caller.person else { throw Refusal.signInRequired }
      guard let person = try reading.load(id) else { throw Refusal.signInRequired }
      let memberships = try SignedIn.memberships(in: reading)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("person", id.description)
      writer.member("handle", person.handle)
      writer.member("name", person.name)
      writer.member("preferredLanguage", person.preferredLanguage.rawValue)
      writer.member("network", person.header.network.description)
      writer.key("organization")
      writer.reference(person.organization?.reference)
      writer.member("hubRole", person.hubRole.rawValue)
      writer.key("duties")
      writer.list(person.duties.map(\.rawValue))
      writer.key("scopes")
      writer.list(context.request.scopes.names)
      writer.key("memberships")
      writer.beginArray()
      for membership in memberships { Self.write(membership, to: &writer) }
      writer.endArray()
      try Names(of: memberships, in: reading).write(to: &writer)
      writer.endObject()
      return .json(writer)
    }
  }

  private static func write(_ membership: Membership, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ref", membership.reference.description)
    writer.member("body", membership.body.description)
    writer.member("role", membership.role.rawValue)
    writer.key("onBehalfOf")
    if let group = membership.onBehalfOf { writer.string(group.rawValue) } else { writer.null() }
    writer.endObject()
  }
}
