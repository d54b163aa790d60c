import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct SessionTests {
  static let hour = 3600

  @Test(arguments: [
    ("handle", "facilitator"), ("handle", "@facilitator"), ("handle", "Facilitator"),
    ("email", "facilitator@example.org"), ("email", "Facilitator@Example.ORG"),
  ])
  func `a person signs in by handle or address`(member: String, name: String) throws {
    let door = try Door()
    try door.invite("facilitator")
    let answer = door.send(
      .post, "/sessions",
      .object([
        .init(name: member, value: .string(name)),
        .init(name: "password", value: .string(Door.password)),
      ]))
    #expect(answer.status == 201)
    #expect(
      try answer.json == [
        "person": "P-3", "handle": "facilitator", "expires": "2019-05-15T16:00:00Z",
      ])
    #expect(answer.headers["Location"] == "/api/v1/sessions/current")
    #expect(answer.headers["Cache-Control"] == "no-store")
    let me = door.send(.get, "/me", nil, try answer.cookie)
    #expect(try me.json["handle"]?.string == "facilitator")
  }

  @Test func `accents may be composed in two ways`() throws {
    let door = try Door()
    try door.invite("facilitator", password: "l\u{E9}gumes d\u{2019}\u{E9}t\u{E9}")
    let other = "le\u{301}gumes d\u{2019}e\u{301}te\u{301}"
    #expect(door.signIn("facilitator", password: other).status == 201)
  }

  @Test func `the cookie is out of reach for scripts and other sites`() throws {
    var settings = SignInSettings()
    let plain = try Door(settings)
    try plain.invite("staff")
    let open = try #require(plain.signIn("staff").headers["Set-Cookie"])
    #expect(open.hasPrefix("hub="))
    #expect(open.hasSuffix("; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax"))
    settings.isSecure = true
    let secure = try Door(settings)
    try secure.invite("staff")
    let closed = try #require(secure.signIn("staff").headers["Set-Cookie"])
    #expect(closed.hasPrefix("__Host-hub="))
    #expect(closed.hasSuffix("; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax; Secure"))
    // The other name is no sign-in there.
    let value = closed.dropFirst("__Host-hub=".count).prefix { $0 != ";" }
    let answer = secure.send(.get, "/me", nil, ["Cookie": "hub=\(value)"])
    #expect(try answer.code == "signInRequired")
  }

  @Test(arguments: [
    ([11], 200), ([12], 401), ([11, 11, 11], 200), ([11, 12], 401),
    (Array(repeating: 11, count: 30), 200), (Array(repeating: 11, count: 31), 401),
  ])
  func `a session ends when nobody uses it, and after two weeks`(pauses: [Int], status: Int)
    throws
  {
    let door = try Door()
    try door.invite("staff")
    let cookie = try door.signIn("staff").cookie
    var answer = door.send(.get, "/me", nil, cookie)
    for pause in pauses {
      door.clock.advance(hours: pause)
      answer = door.send(.get, "/me", nil, cookie)
    }
    #expect(answer.status == status)
    guard status == 401 else { return }
    #expect(try answer.code == "sessionOver")
    #expect(answer.headers["WWW-Authenticate"] == "Bearer realm=\"hub\"")
    #expect(
      answer.headers["Set-Cookie"] == "hub=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
    // Who signs in anew is not held up by it.
    #expect(door.signIn("staff", cookie).status == 201)
  }

  @Test func `signing in ends the session that the browser had`() throws {
    let door = try Door()
    try door.invite("staff")
    let first = try door.signIn("staff").page
    let second = try door.signIn("staff", first).cookie
    #expect(first["Cookie"] != second["Cookie"])
    #expect(door.send(.get, "/me", nil, first).status == 401)
    #expect(door.send(.get, "/me", nil, second).status == 200)
  }

  @Test func `signing out ends the session at once`() throws {
    let door = try Door()
    try door.invite("staff")
    let (first, second) = (try door.signIn("staff").page, try door.signIn("staff").page)
    let shown = try door.send(.get, "/sessions/current", nil, first).json
    #expect(shown["person"]?.string == "P-2")
    #expect(shown["lastSeen"]?.string == "2019-05-01T16:00:00Z")
    let out = door.send(.delete, "/sessions/current", nil, first)
    #expect(out.status == 204)
    #expect(out.headers["Set-Cookie"]?.contains("Max-Age=0") == true)
    #expect(door.send(.get, "/me", nil, first).status == 401)
    #expect(door.send(.get, "/me", nil, second).status == 200)
    let third = try door.signIn("staff").page
    #expect(door.send(.delete, "/sessions", nil, second).status == 204)
    #expect(door.send(.get, "/me", nil, third).status == 401)
  }

  @Test func `a request writes only once in a while that a session was used`() throws {
    let door = try Door()
    try door.invite("staff")
    let cookie = try door.signIn("staff").cookie
    // In memory the version counts the rows that were changed.
    func changes(_ headers: Headers) throws -> Int64 {
      let before = try door.hub.database.version()
      try #require(door.send(.get, "/networks/N-1", nil, headers).status == 200)
      return try door.hub.database.version() - before
    }
    #expect(try changes(cookie) == 0)
    door.clock.advance(minutes: 9)
    #expect(try changes(cookie) == 0)
    door.clock.advance(minutes: 1)
    #expect(try changes(cookie) == 1)
    #expect(try changes(cookie) == 0)
    let token = door.bearer(try door.token("staff"))
    #expect(try changes(token) == 1)
    #expect(try changes(token) == 0)
  }

  @Test func `nobody needs no statement to be found out`() throws {
    let door = try Door()
    let before = door.hub.database.statementCount
    #expect(door.send(.get, "/me").status == 401)
    #expect(door.hub.database.statementCount == before)
  }

  @Test(arguments: [
    ("{}", "required"), ("{\"handle\": \"a\"}", "required"), ("[]", "wrongType"),
    ("{\"handle\": 1, \"password\": \"x\"}", "wrongType"),
    ("{\"handle\": \"a\", \"email\": \"b\", \"password\": \"x\"}", "handleOrEmail"),
    ("{\"handel\": \"a\", \"handle\": \"b\", \"password\": \"x\"}", "unknownFieldNear"),
  ])
  func `what cannot be read is told`(body: String, code: String) throws {
    let door = try Door()
    let answer = door.send(.post, "/sessions", try JSON(parsing: body))
    #expect([400, 422].contains(answer.status))
    #expect(try answer.json["errors"]?.array?.contains { $0["code"]?.string == code } == true)
  }

  @Test func `a form of another site is no sign-in`() throws {
    let door = try Door()
    try door.invite("staff")
    #expect(door.signIn("staff", ["Origin": "https://evil.example"]).status == 403)
    let plain = door.service.respond(
      to: Request(
        .post, "/api/v1/sessions", headers: ["Content-Type": "text/plain"], body: Array("{}".utf8)))
    #expect(plain.status == 415)
  }
}
