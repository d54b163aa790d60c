import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct TokenTests {
  static let action: JSON = ["body": "B-1", "title": ["en": "Call", "fr": "Appeler"]]

  @Test func `a token is shown once`() throws {
    let door = try Door()
    try door.invite("facilitator")
    let page = try door.signIn("facilitator").page
    let made = door.send(
      .post, "/tokens", ["name": "Import", "scopes": ["read", "write"], "expires": "2019-06-30"],
      page)
    #expect(made.status == 201)
    #expect(made.headers["Location"] == "/api/v1/tokens/1")
    #expect(made.headers["Cache-Control"] == "no-store")
    let token = try #require(made.json["token"]?.string)
    #expect(token.hasPrefix("hub_"))
    #expect(token.utf8.count == 47)
    let list = try door.send(.get, "/tokens", nil, page).json
    let expected: JSON = [
      "items": [
        [
          "number": 1, "name": "Import", "scopes": ["read", "write"],
          "created": "2019-05-01T16:00:00Z", "expires": "2019-07-01T07:00:00Z",
          "lastUsed": nil, "revoked": nil,
        ]
      ], "next": nil,
    ]
    #expect(list == expected)
  }

  @Test func `all tokens of a person are revoked at once, and nobody else’s`() throws {
    let door = try Door()
    let tokens = try (0..<3).map { _ in try door.token("facilitator") }
    let over = try door.token("facilitator", expires: "2019-05-01T16:30:00Z")
    let other = try door.token("staff")
    let admin = try door.token("facilitator", ["admin"])
    door.clock.advance(hours: 1)
    // Whoever may only read, or read and write, ends nothing.
    #expect(try door.send(.delete, "/tokens", nil, door.bearer(tokens[0])).code == "scopeMissing")
    let answer = door.send(.delete, "/tokens", nil, door.bearer(admin))
    #expect(try answer.json == ["revoked": 4])
    for token in tokens + [admin] {
      #expect(try door.send(.get, "/me", nil, door.bearer(token)).code == "tokenRevoked")
    }
    #expect(try door.send(.get, "/me", nil, door.bearer(over)).code == "tokenExpired")
    #expect(door.send(.get, "/me", nil, door.bearer(other)).status == 200)
    #expect(try door.locally(.delete, "/tokens", as: "facilitator") == ["revoked": 0])
    let acts = try door.hub.database.read {
      try $0.first("SELECT COUNT(*) FROM history WHERE act = 'revokeToken'") { $0.int(0) }
    }
    #expect(acts == 4)
  }

  @Test func `another password ends sessions and leaves tokens`() throws {
    let door = try Door()
    try door.invite("facilitator")
    let token = try door.token("facilitator")
    let former = try door.signIn("facilitator").page
    let page = try door.signIn("facilitator").page
    let change: JSON = ["current": .string(Door.password), "new": "quatre chevaux mauves"]
    #expect(door.send(.post, "/passwords", change, page).status == 201)
    #expect(door.send(.get, "/me", nil, former).status == 401)
    #expect(door.send(.get, "/me", nil, door.bearer(token)).status == 200)
  }

  @Test func `a token holds until it expires or is revoked`() throws {
    let door = try Door()
    let token = try door.token("facilitator", expires: "2019-05-01T18:00:00Z")
    let other = try door.token("facilitator")
    func answer(_ token: String) throws -> String? {
      let answer = door.send(.get, "/me", nil, door.bearer(token))
      if answer.status == 200 { return nil }
      #expect(answer.status == 401)
      #expect(
        answer.headers["WWW-Authenticate"] == "Bearer realm=\"hub\", error=\"invalid_token\"")
      return try answer.code
    }
    door.clock.advance(minutes: 119)
    #expect(try answer(token) == nil)
    door.clock.advance(minutes: 1)
    #expect(try answer(token) == "tokenExpired")
    #expect(try answer(other) == nil)
    _ = try door.locally(.delete, "/tokens/2", as: "facilitator")
    #expect(try answer(other) == "tokenRevoked")
    // Once more changes nothing.
    _ = try door.locally(.delete, "/tokens/2", as: "facilitator")
  }

  @Test(arguments: [
    "Bearer hub_unknown", "Bearer ", "Bearer", "bearer x", "Basic YTpi", "hub_x", "",
    "Bearer hub_\u{E9}", "Token hub_x",
  ])
  func `what is no token is never nobody`(value: String) throws {
    let door = try Door()
    let answer = door.send(.get, "/networks", nil, ["Authorization": value])
    #expect(answer.status == 401)
    #expect(try answer.code == "badToken")
    #expect(answer.headers["WWW-Authenticate"]?.hasPrefix("Bearer ") == true)
    #expect(door.send(.get, "/networks").status == 200)
  }

  @Test func `two tokens at once are none`() throws {
    let door = try Door()
    let field = "Bearer \(try door.token("staff"))"
    let answer = door.send(.get, "/me", nil, ["Authorization": field, "authorization": field])
    #expect(try answer.code == "badToken")
  }

  @Test func `a token goes before a cookie, and a bad one is not made good by it`() throws {
    let door = try Door()
    try door.invite("staff")
    var headers = try door.signIn("staff").cookie
    headers.add("Authorization", "Bearer \(try door.token("facilitator"))")
    #expect(try door.send(.get, "/me", nil, headers).json["handle"]?.string == "facilitator")
    #expect(try door.send(.get, "/sessions/current", nil, headers).code == "noSession")
    headers["Authorization"] = "Bearer hub_x"
    #expect(door.send(.get, "/me", nil, headers).status == 401)
  }

  @Test(arguments: [
    (["read"], 403, 403), (["write"], 201, 403), (["read", "write"], 201, 403),
    (["admin"], 201, 201),
  ])
  func `a token reaches as far as its scopes`(scopes: [String], write: Int, admin: Int) throws {
    let door = try Door()
    let headers = door.bearer(try door.token("facilitator", scopes))
    #expect(door.send(.get, "/me", nil, headers).status == 200)
    let written = door.send(.post, "/action-items", Self.action, headers)
    #expect(written.status == write)
    let made = door.send(.post, "/tokens", ["name": "More", "scopes": ["admin"]], headers)
    #expect(made.status == admin)
    for answer in [written, made] where answer.status == 403 {
      #expect(try answer.code == "scopeMissing")
      let missing = try #require(answer.json["scope"]?.string)
      #expect(
        answer.headers["WWW-Authenticate"]
          == "Bearer realm=\"hub\", error=\"insufficient_scope\", scope=\"\(missing)\"")
    }
  }

  @Test func `an admin's token without that scope is staff's`() throws {
    let door = try Door()
    let tag: Headers = ["If-Match": "*"]
    func promote(_ scopes: [String]) throws -> Int {
      var headers = door.bearer(try door.token("admin", scopes))
      for field in tag.fields { headers.add(field.name, field.value) }
      return door.send(.patch, "/people/P-3", ["hubRole": "staff"], headers).status
    }
    #expect(try promote(["write"]) == 403)
    #expect(try promote(["admin"]) == 200)
    let staff = door.bearer(try door.token("admin", ["write"]))
    #expect(door.send(.post, "/action-items", Self.action, staff).status == 201)
  }

  @Test(arguments: [
    ("{}", "/name", "required"), ("{\"name\": \"\"}", "/name", "required"),
    ("{\"name\": \"a\\nb\"}", "/name", "tokenName"),
    ("{\"name\": \"a\", \"scopes\": []}", "/scopes", "tokenScopes"),
    ("{\"name\": \"a\", \"scopes\": [\"all\"]}", "/scopes", "tokenScopes"),
    ("{\"name\": \"a\", \"scopes\": \"read\"}", "/scopes", "wrongType"),
    ("{\"name\": \"a\", \"expires\": \"2019-04-30\"}", "/expires", "tokenExpiryPast"),
    ("{\"name\": \"a\", \"expires\": \"2021-01-01\"}", "/expires", "tokenExpiryFar"),
    ("{\"name\": \"a\", \"expires\": \"soon\"}", "/expires", "unreadableMoment"),
  ])
  func `a token that cannot be made says why`(body: String, pointer: String, code: String) throws {
    let door = try Door()
    let headers = door.bearer(try door.token("staff", ["admin"]))
    let answer = door.send(.post, "/tokens", try JSON(parsing: body), headers)
    #expect(answer.status == 422)
    let fault = try answer.json["errors"]?[0]
    #expect(fault?["pointer"]?.string == pointer)
    #expect(fault?["code"]?.string == code)
  }

  @Test func `tokens are their owner's alone`() throws {
    let door = try Door()
    _ = try door.token("facilitator")
    let other = door.bearer(try door.token("admin", ["admin"]))
    #expect(door.send(.delete, "/tokens/1", nil, other).status == 404)
    #expect(door.send(.delete, "/tokens/x", nil, other).status == 404)
    let items = try door.send(.get, "/tokens", nil, other).json["items"]?.array ?? []
    #expect(items.map { $0["number"]?.integer } == [2])
    #expect(door.send(.get, "/tokens").status == 401)
  }

  @Test func `readers do not wait for it while nothing can be written`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-touch-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "hub.db").path
    let door = try Door(path: file, busyTimeout: 100)
    defer { door.hub.close() }
    let token = door.bearer(try door.token("facilitator"))
    func lastUse() throws -> Int64? {
      #expect(door.send(.get, "/me", nil, token).status == 200)
      return try door.hub.database.read { connection in
        try connection.first("SELECT last_used FROM tokens") { $0.optionalInt64(0) } ?? nil
      }
    }
    let other = try OtherProcess("lock", file)
    #expect(other.lines() == ["locked"])
    #expect(try lastUse() == nil)
    other.end()
    // One tried and failed; for a minute nobody else does.
    #expect(try lastUse() == nil)
    door.clock.advance(seconds: 60)
    #expect(try lastUse() == door.clock.now.milliseconds)
  }

  @Test func `it is kept coarsely when a token was used`() throws {
    let door = try Door()
    let headers = door.bearer(try door.token("facilitator"))
    func lastUsed() throws -> String? {
      _ = door.send(.get, "/networks/N-1", nil, headers)
      return try door.locally(.get, "/tokens", as: "facilitator")["items"]?[0]?["lastUsed"]?.string
    }
    #expect(try lastUsed() == "2019-05-01T16:00:00Z")
    door.clock.advance(minutes: 9)
    #expect(try lastUsed() == "2019-05-01T16:00:00Z")
    door.clock.advance(minutes: 2)
    #expect(try lastUsed() == "2019-05-01T16:11:00Z")
  }

  @Test func `a principal from outside is not believed`() throws {
    let door = try Door()
    var request = Request(.get, "/api/v1/me", headers: ["X-Forwarded-User": "admin"])
    request.principal = "admin"
    request.scopes = .all
    #expect(door.service.respond(to: request).status == 401)
  }
}
