import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// Bodies with a `Content-Encoding`, of which the hub takes none.
@Suite struct ContentCodingTests {
  /// A route that takes a body, by the OpenAPI document.
  private struct Taking {
    let method: HubHTTP.Method
    let path: String
    let type: String
  }

  private func routes(_ api: API) throws -> [Taking] {
    let document = try Contract(api).document
    return (document["paths"]?.object ?? []).flatMap { path in
      (path.value.object ?? []).compactMap { operation -> Taking? in
        guard let types = operation.value["requestBody"]?["content"]?.object else { return nil }
        return Taking(
          method: Method(operation.name.uppercased()), path: path.name, type: types[0].name)
      }
    }
  }

  /// The path with a reference of the kind that it asks for.
  private func filled(_ path: String) -> String {
    let type = RecordType.allCases.first { path.hasPrefix("\(API.root)/\($0.path)/") }
    return path.replacing("{ref}", with: "\(type?.prefix ?? "A")-1")
  }

  @Test(arguments: ["gzip", "identity, br", "aes128gcm"])
  func `every route that takes a body refuses one in a coding, in both languages`(
    coding: String
  ) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let contract = try Contract(test.api)
    let routes = try routes(test.api)
    #expect(Set(routes.map(\.type)).isSuperset(of: ["application/json", "text/markdown"]))
    let before = try test.dump()
    for route in routes {
      var details: Set<String> = []
      for language in ["en", "fr-CA"] {
        var request = Request(
          route.method, filled(route.path),
          headers: [
            "Content-Type": route.type, "Content-Encoding": coding, "If-Match": "*",
            "Accept-Language": language,
          ], body: [0x1F, 0x8B, 8, 0], id: "test")
        request.principal = "admin"
        let answer = test.api.respond(to: request) { Issue.record($0, "\(route.path)") }
        let what = Comment(rawValue: "\(route.method.name) \(route.path) \(try answer.text)")
        #expect(answer.status == 415, what)
        #expect(try answer.json["code"] == "unsupportedContentCoding", what)
        #expect(answer.headers.all("Accept-Encoding") == ["identity"], what)
        #expect(try contract.findings(answer, to: request) == [], what)
        details.insert(try answer.json["detail"]?.string ?? "")
      }
      #expect(details.count == 2, "\(details)")
    }
    #expect(try test.dump() == before)
  }

  @Test func `a body that is said to be as it is, is taken`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let answer = test.send(
      .patch, "/action-items/A-1", ["title": ["en": "Plain", "fr": "Tel quel"]], as: "facilitator",
      headers: ["Content-Encoding": "Identity"])
    #expect(answer.status == 200)
  }

  @Test func `another kind of body is told nothing of codings`() throws {
    let test = try TestHub()
    let answer = test.send(.post, "/batch", nil, as: "staff", headers: ["Content-Type": "text/csv"])
    #expect(answer.status == 415)
    #expect(answer.headers["Accept-Encoding"] == nil)
  }
}
