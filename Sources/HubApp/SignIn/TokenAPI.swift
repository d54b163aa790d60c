import Foundation
import HubHTTP
import HubModel
import HubText

/// `/tokens`: the caller's own access tokens.
enum TokenAPI {
  static let path = "\(API.root)/tokens"

  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, path, name: "list tokens", .reading(listed).asked(by: .signedIn).secret,
        handler: list),
      APIRoute(.post, path, name: "make token", .writing(made).secret, handler: make),
      APIRoute(
        .delete, path, name: "revoke tokens", .writing(allRevoked).secret, handler: revokeAll),
      APIRoute(
        .delete, "\(path)/{number}", name: "revoke token", .writing(revoked).secret.bodiless,
        handler: revoke),
    ]
  }

  private static func list(_ context: Context) throws -> Response {
    try context.read { reading in
      guard let person = reading.caller.person else { throw Refusal.signInRequired }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("items")
      writer.beginArray()
      for token in try AccessToken.all(of: person, in: reading) { token.write(to: &writer) }
      writer.endArray()
      writer.key("next")
      writer.null()
      writer.endObject()
      return .json(writer).unkept
    }
  }

  private static func make(_ context: Context) throws -> Response {
    let json = try context.request.json()
    return try context.write { writing in
      let person = try SignInAPI.caller(context, in: writing)
      let draft = try TokenDraft(json, context.signIn.settings, in: writing)
      guard try AccessToken.count(of: person, in: writing) < AccessToken.most else {
        throw Refusal.fault("tooManyTokens", ["most": String(AccessToken.most)])
      }
      let made = try AccessToken.make(
        named: draft.name, for: person, draft.scopes, until: draft.expires, in: writing)
      var writer = JSONWriter()
      made.token.write(to: &writer, secret: made.secret)
      return Response.json(writer, status: 201).unkept
        .with("Location", context.outer("\(Self.path)/\(made.token.number)"))
    }
  }

  /// All that can still be used, the one with which it is asked for included.
  private static func revokeAll(_ context: Context) throws -> Response {
    try context.write { writing in
      let person = try SignInAPI.caller(context, in: writing)
      let tokens = try AccessToken.all(of: person, in: writing).filter { $0.holds(at: writing.now) }
      for token in tokens {
        try AccessToken.revoke(token.number, in: writing)
        try SignInHistory.append(.revokeToken, of: person, token: token.number, in: writing)
      }
      return Response.json(["revoked": .integer(Int64(tokens.count))]).unkept
    }
  }

  private static func revoke(_ context: Context) throws -> Response {
    let text = try context.parameters.require("number")
    return try context.write { writing in
      let person = try SignInAPI.caller(context, in: writing)
      guard let number = Int64(text),
        let token = try AccessToken.find(number, of: person, in: writing)
      else { throw Refusal.notFound(text) }
      if token.revoked == nil {
        try AccessToken.revoke(number, in: writing)
        try SignInHistory.append(.revokeToken, of: person, token: number, in: writing)
      }
      return Response.noContent().unkept
    }
  }
}
