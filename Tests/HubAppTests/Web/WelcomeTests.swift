import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What a service says of itself to whoever comes to its address.
@Suite struct WelcomeTests {
  private func ask(
    _ path: String, _ headers: Headers = Headers(), query: Query = Query(),
    settings: SignInSettings = SignInSettings(), method: HubHTTP.Method = .get
  ) throws -> Response {
    let door = try Door(settings)
    let operations = Operations(
      door.hub, metrics: Metrics(), respond: { door.service.answer($0) })
    let contract = try Contract(door.service.api)
    let request = Request(
      method, path, query: query, headers: headers, id: "test", remoteAddress: "192.0.2.1")
    let answer = operations.answer(request).response
    if method == .get { #expect(try contract.findings(answer, to: request) == [], "\(path)") }
    return answer
  }

  static let browser: Headers = [
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
  ]

  @Test(arguments: ["/", "/api/v1", "/api/v1/"])
  func `a program is told where everything is`(path: String) throws {
    for accept in [nil, "*/*", "application/json"] {
      var headers = Headers()
      headers["Accept"] = accept
      let answer = try ask(path, headers)
      #expect(answer.status == 200)
      #expect(answer.headers["Content-Type"] == "application/json")
      let json = try answer.json
      #expect(json["openapi"] == "/api/v1/openapi.json")
      #expect(json["api"] == "/api/v1" && json["sessions"] == "/api/v1/sessions")
    }
  }

  @Test(arguments: ["/", "/api/v1"])
  func `a browser gets a page in its language`(path: String) throws {
    var french = Self.browser
    french.add("Accept-Language", "fr-CA,fr;q=0.9,en;q=0.5")
    for (headers, query, language, other) in [
      (Self.browser, Query(), "en", "fr"), (french, Query(), "fr", "en"),
      (french, ["lang": "en"], "en", "fr"), (Self.browser, ["lang": "fr"], "fr", "en"),
    ] as [(Headers, Query, String, String)] {
      let answer = try ask(path, headers, query: query)
      #expect(answer.headers["Content-Type"] == "text/html; charset=utf-8")
      #expect(answer.headers["Content-Language"] == language)
      #expect(answer.headers["Vary"]?.contains("Accept,") == true)
      #expect(answer.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
      let page = try answer.text
      #expect(page.contains("<html lang=\"\(language)\">"))
      #expect(page.contains("<a href=\"?lang=\(other)\" lang=\"\(other)\""))
      #expect(page.contains("href=\"/api/v1/openapi.json\""))
      #expect(!page.contains("welcome."), "a sentence is missing")
    }
  }

  @Test func `under a path every address has it`() throws {
    var settings = SignInSettings()
    settings.address = PublicAddress("https://example.org/hub/")
    let json = try ask("/", settings: settings).json
    #expect(json["openapi"] == "/hub/api/v1/openapi.json")
    #expect(
      try ask("/", Self.browser, settings: settings).text.contains("/hub/api/v1/openapi.json"))
  }

  @Test func `what it does not know is refused as everywhere`() throws {
    #expect(try ask("/", query: ["lang": "de"]).status == 400)
    #expect(try ask("/", query: ["colour": "blue"]).status == 400)
    #expect(try ask("/", ["Accept": "image/png"]).status == 406)
    #expect(try ask("/", ["Authorization": "Bearer hub_x"]).status == 401)
    #expect(try ask("/", method: .post).status == 405)
    #expect(try ask("/", method: .head).status == 200)
    let answer = try ask("/")
    let tag = try #require(answer.headers["ETag"])
    #expect(try ask("/", ["If-None-Match": tag]).status == 304)
  }
}
