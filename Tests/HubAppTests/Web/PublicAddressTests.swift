import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// A hub below a path of somebody's host: every address that it gives leads back to it.
@Suite struct PublicAddressTests {
  @Test(arguments: [
    ("https://hub.example.org", "https://hub.example.org", ""),
    ("https://hub.example.org/", "https://hub.example.org", ""),
    ("HTTPS://Hub.Example.org/hub/", "https://hub.example.org", "/hub"),
    ("http://127.0.0.1:8080/a/b", "http://127.0.0.1:8080", "/a/b"),
    ("http://[::1]:8080/hub", "http://[::1]:8080", "/hub"),
  ])
  func `an address is a host, and a path below it`(text: String, origin: String, path: String)
    throws
  {
    let address = try #require(PublicAddress(text))
    #expect(address.origin == origin)
    #expect(address.path == path)
  }

  @Test(arguments: [
    "", "hub.example.org", "ftp://a", "https://", "https:///hub", "https://a/hub?x=1",
    "https://a/hub#x", "https://a b", "https://a/;b", "https://a/..", "https://u@a",
    "https://a/\u{E9}",
  ])
  func `what is no address is none`(text: String) {
    #expect(PublicAddress(text) == nil)
  }

  @Test func `a proxy may take its path off, or leave it`() throws {
    let address = try #require(PublicAddress("https://example.org/hub"))
    #expect(address.inner("/hub/api/v1/bodies") == "/api/v1/bodies")
    #expect(address.inner("/api/v1/bodies") == "/api/v1/bodies")
    #expect(address.inner("/hub") == "/" && address.inner("/hub/") == "/")
    #expect(address.inner("/hubs/x") == "/hubs/x")
    let whole = try #require(PublicAddress("https://example.org"))
    #expect(whole.inner("/hub/x") == "/hub/x")
  }

  @Test func `locations, links, cookies and the document have the path`() throws {
    var settings = SignInSettings()
    settings.isSecure = true
    settings.address = PublicAddress("https://example.org/hub")
    let door = try Door(settings)
    try door.invite("facilitator")
    let signedIn = door.signIn("facilitator", ["Origin": "https://example.org"])
    #expect(signedIn.status == 201)
    #expect(signedIn.headers["Location"] == "/hub/api/v1/sessions/current")
    let cookie = try #require(signedIn.headers["Set-Cookie"])
    #expect(cookie.hasPrefix("__Secure-hub=") && cookie.contains("; Path=/hub;"))
    // A page of the host is one of the hub's; what else the host has cannot be told apart.
    var page = try signedIn.cookie
    page.add("Origin", "https://example.org")
    let token = door.send(.post, "/tokens", ["name": "Test"], page)
    #expect(token.status == 201)
    #expect(token.headers["Location"]?.hasPrefix("/hub/api/v1/tokens/") == true)
    let draft: JSON = ["body": "B-1", "title": ["en": "Call", "fr": "Appeler"]]
    let made = door.send(.post, "/action-items", draft, page)
    #expect(made.headers["Location"]?.hasPrefix("/hub/api/v1/action-items/A-") == true)
    let list = door.service.respond(
      to: Request(
        .get, "/api/v1/action-items", query: ["limit": "1"], headers: page, id: "test",
        remoteAddress: "192.0.2.1"))
    #expect(list.headers["Link"]?.hasPrefix("</hub/api/v1/action-items?") == true)
    let document = try door.send(.get, "/openapi.json").json
    #expect(document["servers"] == [["url": "/hub"]])
    #expect(document["components"]?["securitySchemes"]?["session"]?["name"] == "__Secure-hub")
    let out = door.send(.delete, "/sessions/current", nil, page)
    #expect(out.headers["Set-Cookie"]?.hasPrefix("__Secure-hub=; Path=/hub; Max-Age=0") == true)
    // Another hub, at the root of its host, has its own document.
    #expect(try Door().send(.get, "/openapi.json").json["servers"] == [["url": "/"]])
  }

  @Test func `a published file says where its meeting is`() throws {
    let story = try MeetingStory()
    var settings = SignInSettings()
    settings.address = PublicAddress("https://example.org/hub")
    let api = API(story.test.hub, signIn: SignIn(settings))
    var request = Request(
      .post, "/api/v1/agenda-files", headers: ["Content-Type": "text/markdown"],
      body: Array(MeetingStory.agenda.replacing("- Meeting: M-1\n", with: "").utf8), id: "test")
    request.principal = "farah"
    let answer = api.respond(to: request)
    if answer.status == 201 {
      #expect(answer.headers["Location"]?.hasPrefix("/hub/api/v1/meetings/M-") == true)
    } else {
      Issue.record("\(answer.status)")
    }
  }
}
