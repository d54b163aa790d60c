import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What the caller takes as an answer, over the whole service.
@Suite struct AcceptedFormTests {
  let door: Door

  init() throws { door = try Door() }

  private func ask(
    _ path: String, _ accept: String?, _ method: HubHTTP.Method = .get,
    _ headers: Headers = Headers()
  ) throws -> Response {
    var headers = headers
    headers["Accept"] = accept
    return door.service.respond(
      to: try Request(
        method, target: API.root + path, headers: headers, id: "test", remoteAddress: "192.0.2.1"))
  }

  @Test(arguments: [
    nil, "", "*/*", "application/json", "application/*", "text/html, */*;q=0.1", "nonsense",
    "application/problem+json, application/json;q=0.5", "application/json; charset=utf-8",
  ])
  func `JSON is given to whoever takes it`(accept: String?) throws {
    for path in ["/bodies", "/networks/N-1", "/openapi.json"] {
      for method in [HubHTTP.Method.get, .head] {
        #expect(try ask(path, accept, method).status == 200, "\(path)")
      }
    }
  }

  @Test(arguments: ["text/html", "image/*", "*/*;q=0", "application/problem+json", "text/csv"])
  func `what there is not is refused with what there is`(accept: String) throws {
    // Asked for in a form that there is first: what was kept is not given to whoever does not take it.
    for path in ["/bodies", "/networks/N-1", "/openapi.json", "/search?q=housing"] {
      #expect(try ask(path, nil).status == 200)
      let refused = try ask(path, accept)
      #expect(refused.status == 406, "\(path)")
      #expect(refused.headers["Content-Type"] == "application/problem+json")
      #expect(try refused.code == "notAcceptable")
      #expect(try refused.json["available"] == ["application/json"])
      #expect(try refused.json["detail"]?.string?.contains("application/json") == true)
      #expect(try ask(path, accept, .head).status == 406)
    }
  }

  @Test func `a refusal is told in any case`() throws {
    for accept in ["application/json", "application/problem+json, application/json", "*/*"] {
      let refused = try ask("/bodies/B-9999", accept)
      #expect(refused.status == 404)
      #expect(refused.headers["Content-Type"] == "application/problem+json")
    }
    #expect(try ask("/nowhere", "text/css").status == 404)
    #expect(try ask("/bodies", "text/css", .delete).status == 405)
  }

  @Test func `nothing is written for an answer that nobody takes`() throws {
    let token = door.bearer(try door.token("facilitator", ["read", "write"]))
    func count() throws -> Int? {
      try door.send(.get, "/action-items", nil, token).json["items"]?.array?.count
    }
    let former = try count()
    let before = try #require(former)
    var headers = token
    headers.add("Accept", "text/css")
    let draft: JSON = ["body": "B-1", "title": ["en": "Call", "fr": "Appeler"]]
    #expect(door.send(.post, "/action-items", draft, headers).status == 406)
    #expect(try count() == before)
    headers["Accept"] = "application/json"
    #expect(door.send(.post, "/action-items", draft, headers).status == 201)
    #expect(try count() == before + 1)
  }

  @Test func `an export comes in the form that is liked most, unless one is said`() throws {
    let story = try ExportStory()
    let service = FrontDoor(story.test.hub)
    var wish = Request(
      .post, API.root + "/tokens", headers: ["Content-Type": "application/json"],
      body: Array(#"{"name": "Test", "scopes": ["read"]}"#.utf8), id: "test")
    wish.principal = "luc"
    let secret = try service.api.respond(to: wish).json["token"]?.string ?? ""
    func type(_ accept: String?, _ more: String = "") throws -> String {
      var headers: Headers = ["Authorization": "Bearer \(secret)"]
      headers["Accept"] = accept
      let answer = service.respond(
        to: try Request(
          .get, target: "\(API.root)/exports/digest?meeting=\(ExportStory.digest)" + more,
          headers: headers, id: "test", remoteAddress: "192.0.2.1"))
      return answer.status == 200
        ? answer.headers["Content-Type"] ?? "" : String(answer.status)
    }
    #expect(try type(nil) == "text/html; charset=utf-8")
    #expect(try type("*/*") == "text/html; charset=utf-8")
    for _ in 1...2 {
      // The second one is a kept answer; it is kept for those alone who take it.
      #expect(try type("application/json") == "application/json")
      #expect(try type("text/markdown, text/html;q=0.9") == "text/markdown; charset=utf-8")
    }
    #expect(try type("image/png") == "406")
    #expect(try type("application/json", "&format=html") == "406")
    #expect(try type("application/json", "&format=json") == "application/json")
    #expect(try type(nil, "&format=markdown") == "text/markdown; charset=utf-8")
  }
}
