import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct SameSiteTests {
  static let cases: [(Method, Headers, isSecure: Bool, origin: String?, Int)] = [
    (.get, [:], false, nil, 200),
    (.get, ["Sec-Fetch-Site": "cross-site"], false, nil, 200),
    (.post, [:], false, nil, 403),
    (.post, ["Sec-Fetch-Site": "same-origin"], false, nil, 201),
    (.post, ["Sec-Fetch-Site": "same-site"], false, nil, 403),
    (.post, ["Sec-Fetch-Site": "cross-site"], false, nil, 403),
    (.post, ["Sec-Fetch-Site": "cross-site", "Origin": "http://hub.test"], false, nil, 403),
    (.post, ["Origin": "http://hub.test"], false, nil, 201),
    (.post, ["Origin": "HTTP://Hub.Test"], false, nil, 201),
    (.post, ["Origin": "http://hub.test:8080"], false, nil, 403),
    (.post, ["Origin": "http://evil.test"], false, nil, 403),
    (.post, ["Origin": "http://hub.test.evil.test"], false, nil, 403),
    (.post, ["Origin": "null"], false, nil, 403),
    (.post, ["Origin": "http://hub.test"], true, nil, 403),
    (.post, ["Origin": "https://hub.test"], true, nil, 201),
    (.post, ["Origin": "https://hub.example.org"], true, "https://hub.example.org", 201),
    (.post, ["Origin": "https://hub.test"], true, "https://hub.example.org", 403),
  ]

  @Test(arguments: cases.indices)
  func `no other site acts with somebody's cookie`(index: Int) throws {
    let (method, headers, isSecure, origin, status) = Self.cases[index]
    var settings = SignInSettings()
    settings.isSecure = isSecure
    settings.address = origin.flatMap(PublicAddress.init)
    let door = try Door(settings)
    try door.invite("facilitator")
    var all = try door.signIn("facilitator").cookie
    all.add("Host", "hub.test")
    for field in headers.fields { all.add(field.name, field.value) }
    let body: JSON? = method == .get ? nil : ["name": "Test"]
    let answer = door.send(method, "/tokens", body, all)
    #expect(answer.status == status)
    if status == 403 { #expect(try answer.code == "crossSite") }
  }

  @Test func `a token is sent by nobody but its owner's program`() throws {
    let door = try Door()
    var headers = door.bearer(try door.token("facilitator", ["write"]))
    headers.add("Origin", "https://elsewhere.example")
    let body: JSON = ["body": "B-1", "title": ["en": "Call", "fr": "Appeler"]]
    #expect(door.send(.post, "/action-items", body, headers).status == 201)
  }
}
