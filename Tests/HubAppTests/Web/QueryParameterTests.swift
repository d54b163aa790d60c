import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// A parameter that is misspelled is refused by name, never left out in silence.
@Suite struct QueryParameterTests {
  let test: TestHub
  let contract: Contract

  init() throws {
    test = try TestHub()
    try Story.tell(in: test.hub)
    contract = try Contract(test.api)
  }

  /// A path of the route that leads to it, whatever is there.
  private func path(_ route: APIRoute) -> String {
    route.parameterNames.reduce(route.pattern) { path, name in
      path.replacing("{\(name)}", with: name == "number" ? "1" : name == "kind" ? "digest" : "M-1")
    }
  }

  @Test func `no route takes a parameter that it does not know`() throws {
    for route in API.router.routes {
      let request = Request(
        route.method, path(route), query: ["nothinglikeit": "1", "orThis": ""], id: "test")
      let answer = test.api.respond(to: request)
      #expect(answer.status == 400, "\(route.name)")
      let errors = try answer.json["errors"]?.array ?? []
      #expect(
        errors.compactMap { $0["pointer"]?.string } == ["nothinglikeit", "orThis"],
        "\(route.name): \(errors)")
      #expect(errors.allSatisfy { $0["detail"]?.string?.contains("fault.") == false })
    }
  }

  @Test func `a route takes every parameter that the document names`() throws {
    var count = 0
    for route in API.router.routes {
      let path = path(route)
      let operation = try #require(contract.operation(Request(route.method, path)))
      for parameter in operation["parameters"]?.array ?? [] where parameter["in"] == "query" {
        let name = try #require(parameter["name"]?.string)
        let answer = test.api.respond(
          to: Request(route.method, path, query: Query([.init(name: name, value: "\u{0}")])))
        let codes = try answer.text
        #expect(!codes.contains("unknownParameter") && !codes.contains("noParameters"), "\(name)")
        #expect(!codes.contains("unknownFilter"), "\(route.name) \(name)")
        count += 1
      }
    }
    #expect(count > 300)
  }

  struct Near: Sendable {
    let path: String
    let name: String
    let nearest: String?
  }

  static let near = [
    Near(path: "/search", name: "limti", nearest: "limit"),
    Near(path: "/exports/digest", name: "meetng", nearest: "meeting"),
    Near(path: "/exports/digest", name: "fromat", nearest: "format"),
    Near(path: "/meetings/M-1/agenda-changes", name: "form", nearest: "from"),
    Near(path: "/meetings/M-1/agenda-file", name: "langue", nearest: "lang"),
    Near(path: "/bodies/B-1/agenda-proposal", name: "day", nearest: nil),
    Near(path: "/trace/M-1", name: "limit", nearest: nil),
    Near(path: "/action-items/A-1/history", name: "limit", nearest: nil),
    Near(path: "/openapi.json", name: "lang", nearest: nil),
    Near(path: "/action-items", name: "dueOnBefor", nearest: "dueOnBefore"),
  ]

  @Test(arguments: near) func `the nearest one is named`(near: Near) throws {
    let answer = test.send(
      .get, near.path, query: Query([.init(name: near.name, value: "x")]))
    #expect(answer.status == 400)
    let detail = try answer.json["errors"]?[0]?["detail"]?.string ?? ""
    #expect(detail.contains("“\(near.name)”"))
    #expect(detail.contains("Did you mean “\(near.nearest ?? "")”?") == (near.nearest != nil))
  }
}
