import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct ProxyTests {
  static func settings(_ header: String?, _ proxies: Set<String> = ["10.0.0.1"]) -> SignInSettings {
    var settings = SignInSettings()
    (settings.personHeader, settings.trustedProxies) = (header, proxies)
    return settings
  }

  static let cases: [(SignInSettings, String?, Headers, String?)] = [
    (settings("X-Forwarded-User"), "10.0.0.1", ["X-Forwarded-User": "facilitator"], nil),
    (settings("X-Forwarded-User"), "10.0.0.1", ["x-forwarded-user": "staff@example.org"], nil),
    (settings("Remote-User"), "10.0.0.1", ["Remote-User": "facilitator"], nil),
    (settings("Remote-User", ["unix"]), nil, ["Remote-User": "facilitator"], nil),
    (settings("Remote-User"), nil, ["Remote-User": "facilitator"], "signInRequired"),
    (settings("Remote-User"), "10.0.0.9", ["Remote-User": "facilitator"], "signInRequired"),
    (settings("Remote-User"), "10.0.0.1", ["X-Forwarded-User": "staff"], "signInRequired"),
    (settings("Remote-User"), "10.0.0.1", [:], "signInRequired"),
    (settings("Remote-User"), "10.0.0.1", ["Remote-User": ""], "signInRequired"),
    (settings(nil), "10.0.0.1", ["X-Forwarded-User": "facilitator"], "signInRequired"),
    (settings("Remote-User"), "10.0.0.1", ["Remote-User": "nobody"], "noAccount"),
    (
      settings("Remote-User"), "10.0.0.1", ["Remote-User": "staff", "remote-user": "admin"],
      "noAccount"
    ),
    (
      settings("Remote-User"), "10.0.0.1",
      ["Remote-User": "facilitator", "Authorization": "Basic YTpi"], nil
    ),
    (
      settings("Remote-User"), "10.0.0.1",
      ["Remote-User": "facilitator", "Authorization": "Bearer hub_x"], "badToken"
    ),
  ]

  @Test(arguments: cases.indices)
  func `a proxy's word counts only where it was set up`(index: Int) throws {
    let (settings, address, headers, code) = Self.cases[index]
    let door = try Door(settings)
    let answer = door.send(.get, "/me", nil, headers, from: address)
    #expect(answer.status == (code == nil ? 200 : 401))
    #expect(try answer.code == code)
  }

  @Test func `the server may say that a proxy handed the request on`() throws {
    let door = try Door(Self.settings("Remote-User", []))
    var request = Request(
      .get, "/api/v1/me", headers: ["Remote-User": "facilitator"], remoteAddress: "192.0.2.1")
    #expect(door.service.respond(to: request).status == 401)
    request.isFromProxy = true
    #expect(door.service.respond(to: request).status == 200)
  }

  @Test func `another site cannot act through the proxy's sign-in`() throws {
    let door = try Door(Self.settings("Remote-User"))
    func make(_ site: String) -> Int {
      door.send(
        .post, "/tokens", ["name": "Test"],
        ["Remote-User": "facilitator", "Sec-Fetch-Site": site], from: "10.0.0.1"
      ).status
    }
    #expect(make("cross-site") == 403)
    #expect(make("same-origin") == 201)
  }
}
