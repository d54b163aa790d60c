import Foundation
import HubHTTP
import HubModel
import HubText

/// `/tokens`: the caller's own access tokens.
struct TokenAPI: Sendable {
  let hub: Hub
  let signIn: SignIn

  static let path = "\(API.root)/tokens"

  init(_ hub: Hub, _ signIn: SignIn) {
    self.hub = hub
    self.signIn = signIn
  }

  var routes: [Route] {
    let path = Self.path
    return [
      Route(.get, path, name: "list tokens") { request, _ in try list(request) },
      Route(.post, path, name: "make token") { request, _ in try make(request) },
      Route(.delete, path, name: "revoke tokens") { request, _ in try revokeAll(request) },
      Route(.delete, "\(path)/{number}", name: "revoke token", handler: revoke),
    ]
  }

  private func list(_ request: Request) throws -> Response {
    try hub.read(for: request) { reading in
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

  private func make(_ request: Request) throws -> Response {
    let json = try request.json()
    return try hub.write(as: request.identity) { writing in
      let person = try SignInAPI.caller(request, in: writing)
      let draft = try TokenDraft(json, signIn.settings, in: writing)
      guard try AccessToken.count(of: person, in: writing) < AccessToken.most else {
        throw Refusal.fault("tooManyTokens", ["most": String(AccessToken.most)])
      }
      let made = try AccessToken.make(
        named: draft.name, for: person, draft.scopes, until: draft.expires, in: writing)
      try SignInHistory.append(
        .makeToken, of: person, token: made.token.number, in: writing)
      var writer = JSONWriter()
      made.token.write(to: &writer, secret: made.secret)
      return Response.json(writer, status: 201).unkept
        .with("Location", "\(Self.path)/\(made.token.number)")
    }
  }

  /// All that can still be used, the one with which it is asked for included.
  private func revokeAll(_ request: Request) throws -> Response {
    try hub.write(as: request.identity) { writing in
      let person = try SignInAPI.caller(request, in: writing)
      let tokens = try AccessToken.all(of: person, in: writing).filter { $0.holds(at: writing.now) }
      for token in tokens {
        try AccessToken.revoke(token.number, in: writing)
        try SignInHistory.append(.revokeToken, of: person, token: token.number, in: writing)
      }
      return Response.json(["revoked": .integer(Int64(tokens.count))]).unkept
    }
  }

  @Sendable private func revoke(_ request: Request, _ parameters: Parameters) throws -> Response {
    let text = try parameters.require("number")
    return try hub.write(as: request.identity) { writing in
      let person = try SignInAPI.caller(request, in: writing)
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
