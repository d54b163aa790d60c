import HubHTTP
import HubModel
import HubText
import HubWords

/// `GET /me/sign-in-history`: what was done with the caller's own credentials, and by whom. Who was
/// invited by somebody else, or signed out, sees it here.
enum SignInHistoryAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, "\(API.root)/me/sign-in-history", name: "list own sign-in history",
        .reading(document).asked(by: .signedIn).secret, handler: list)
    ]
  }

  private static func list(_ context: Context) throws -> Response {
    try context.read { reading in
      guard let person = reading.caller.person else { throw Refusal.signInRequired }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("items")
      writer.beginArray()
      for entry in try SignInHistory.of(person, in: reading) {
        writer.beginObject()
        writer.member("at", entry.at.description)
        writer.key("by")
        if let actor = entry.actor { writer.string("@" + actor) } else { writer.null() }
        writer.member("act", entry.act)
        if let token = entry.token { writer.member("token", Int(token)) }
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
      return .json(writer)
    }
  }

  static func document(_ words: Words) -> RouteDocument {
    let entry = JSONSchema.object(
      [
        ("at", JSONSchema.moment),
        (
          "by",
          JSONSchema.nullable(JSONSchema.text).adding("description", text: words("openapi.by"))
        ),
        ("act", JSONSchema.word(of: Act.Kind.allCases.map(\.rawValue))),
        ("token", JSONSchema.count),
      ], required: ["at", "by", "act"])
    return SignInAPI.document(
      words("openapi.signInHistory"),
      SignInAPI.answer(words, JSONSchema.object([("items", JSONSchema.list(of: entry))])))
  }
}
