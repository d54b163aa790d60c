import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// A browser whose session is over reads what anybody reads, and forgets the cookie.
@Suite struct SessionOverTests {
  let door: Door
  let cookie: Headers
  let page: Headers

  init() throws {
    door = try Door()
    try door.invite("facilitator")
    let signedIn = door.signIn("facilitator")
    (cookie, page) = (try signedIn.cookie, try signedIn.page)
    #expect(door.send(.get, "/bodies", nil, cookie).headers["Set-Cookie"] == nil)
    door.clock.advance(hours: 12)
  }

  private static let removal = "hub=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"

  @Test(arguments: ["/bodies", "/networks/N-1", "/search?q=housing", "/openapi.json"])
  func `what is public is read as nobody, and the cookie goes`(path: String) throws {
    func ask(_ method: HubHTTP.Method, _ headers: Headers) throws -> Response {
      var request = try Request(method, target: API.root + path, headers: headers, id: "test")
      request.remoteAddress = "192.0.2.1"
      return door.service.respond(to: request)
    }
    // Twice: the second one is a kept answer.
    for _ in 1...2 {
      let answer = try ask(.get, cookie)
      let stranger = try ask(.get, Headers())
      #expect(answer.status == 200)
      #expect(try answer.collected() == stranger.collected())
      #expect(answer.headers["ETag"] == stranger.headers["ETag"])
      #expect(answer.headers.all("Set-Cookie") == [Self.removal])
      #expect(answer.headers.all("Cache-Control") == ["no-store"])
      // Nothing of it is left for the next one.
      #expect(stranger.headers["Set-Cookie"] == nil)
    }
    #expect(try ask(.head, cookie).status == 200)
    let tag = try ask(.get, cookie).headers["ETag"]
    var conditional = cookie
    conditional.add("If-None-Match", try #require(tag))
    let unchanged = try ask(.get, conditional)
    #expect(unchanged.status == 304)
    #expect(unchanged.headers["Set-Cookie"] == Self.removal)
  }

  @Test(arguments: [
    "/me", "/sessions/current", "/tokens", "/action-items/A-1", "/action-items/A-99999",
    "/people/P-3/history",
  ])
  func `what nobody may read is refused for the session’s end, there or not`(path: String) throws {
    #expect([401, 404].contains(door.send(.get, path).status))
    let answer = door.send(.get, path, nil, cookie)
    #expect(answer.status == 401)
    #expect(try answer.code == "sessionOver")
    #expect(answer.headers.all("Set-Cookie") == [Self.removal])
  }

  @Test func `a write is refused, signing out too, and the cookie goes`() throws {
    for (method, path, body) in [
      (.post, "/action-items", ["title": ["en": "No"]]), (.delete, "/sessions/current", nil),
      (.delete, "/sessions", nil), (.post, "/batch", ["operations": []]),
    ] as [(HubHTTP.Method, String, JSON?)] {
      let answer = door.send(method, path, body, page)
      #expect(answer.status == 401, "\(path)")
      #expect(try answer.code == "sessionOver")
      #expect(answer.headers.all("Set-Cookie") == [Self.removal])
    }
  }

  @Test func `a token that is over is refused everywhere: a program has to be told`() throws {
    let token = try door.token("staff", expires: "2019-05-03")
    let bearer = door.bearer(token)
    #expect(door.send(.get, "/bodies", nil, bearer).status == 200)
    door.clock.advance(hours: 72)
    let answer = door.send(.get, "/bodies", nil, bearer)
    #expect(answer.status == 401)
    #expect(try answer.code == "tokenExpired")
    #expect(answer.headers["Set-Cookie"] == nil)
  }
}
