import HubHTTP
import HubText
import Testing

@Suite("Routing")
struct RouterTests {
  /// A handler gets the parameters alone, and a route says nothing of itself.
  private typealias Route = HubHTTP.Route<Parameters, String>

  private static func route(_ method: HubHTTP.Method, _ pattern: String) -> Route {
    Route(method, pattern, name: pattern, "") { parameters in
      let values = ["ref", "item", "path"].compactMap { parameters[$0] }
      return .text(([method.name, pattern] + values).joined(separator: " "))
    }
  }

  private let router = Router([
    route(.get, "/"),
    route(.get, "/meetings"),
    route(.post, "/meetings"),
    route(.get, "/meetings/new"),
    route(.get, "/meetings/{ref}"),
    route(.patch, "/meetings/{ref}"),
    route(.get, "/meetings/{ref}/items/{item}"),
    route(.get, "/meetings/new/draft"),
    route(.get, "/files/{path...}"),
    Route(.get, "/refuses", name: "refuses", "says no") { _ in
      throw Problem(.conflict, code: "stale", headers: ["Retry-After": "2"])
    },
    Route(.get, "/breaks", name: "breaks", "") { _ in throw JSONFailure() },
  ])

  private struct JSONFailure: Error {}

  private func answer(_ method: HubHTTP.Method, _ path: String) throws -> (Response, String) {
    let response: Response
    do {
      response = try router.answer(method, as: router.match(method, path)) { $0 }
    } catch let problem as Problem {
      response = problem.response
    }
    return (response, String(decoding: try response.collected(), as: UTF8.self))
  }

  @Test(
    "A path leads to the route of its pattern, literals before parameters",
    arguments: [
      (.get, "/", "GET /"), (.get, "/meetings", "GET /meetings"),
      (.get, "/meetings/", "GET /meetings"), (.post, "/meetings", "POST /meetings"),
      (.get, "/meetings/new", "GET /meetings/new"),
      (.get, "/meetings/M-12", "GET /meetings/{ref} M-12"),
      (.get, "/meetings/new/items/3", "GET /meetings/{ref}/items/{item} new 3"),
      (.get, "/meetings/new/draft", "GET /meetings/new/draft"),
      (.head, "/meetings/M-12", "GET /meetings/{ref} M-12"),
      (.patch, "/meetings/%C3%A9t%C3%A9", "PATCH /meetings/{ref} été"),
      (.get, "/meetings/a+b", "GET /meetings/{ref} a+b"),
      (.get, "/meetings/...", "GET /meetings/{ref} ..."),
      (.get, "/files/a/b.css", "GET /files/{path...} a/b.css"),
    ] as [(HubHTTP.Method, String, String)])
  func finds(method: HubHTTP.Method, path: String, text: String) throws {
    let (response, body) = try answer(method, path)
    #expect(response.status == 200)
    #expect(body == text)
  }

  @Test(
    "A path that two readers could take for different ones is refused",
    arguments: [
      "", "meetings", "*", "//", "//meetings", "/meetings//x", "/meetings/.", "/meetings/..",
      "/meetings/%2e%2E/x", "/meetings/a%2Fb", "/meetings/a%5Cb", "/meetings/a\\b",
      "/meetings/%", "/meetings/%4", "/meetings/%zz", "/meetings/%FF", "/meetings/%C3",
      "/meetings/%00", "/meetings/%0A", "/files/../x", "/meetings/M-12//",
    ])
  func refuses(path: String) throws {
    let (response, body) = try answer(.get, path)
    #expect(response.status == 400)
    #expect(try JSON(parsing: body)["code"] == "malformedPath")
  }

  @Test(
    "An unknown path is not found", arguments: ["/x", "/meetings/M-12/x", "/files", "/Meetings"])
  func notFound(path: String) throws {
    let (response, body) = try answer(.get, path)
    #expect(response.status == 404)
    #expect(response.headers["content-type"] == "application/problem+json")
    #expect(try JSON(parsing: body)["code"] == "unknownPath")
  }

  @Test("A known path with another method says which there are")
  func methodNotAllowed() throws {
    let (response, _) = try answer(.delete, "/meetings/M-12")
    #expect(response.status == 405)
    #expect(response.headers["Allow"] == "GET, HEAD, OPTIONS, PATCH")
    let (options, body) = try answer(.options, "/meetings")
    #expect(options.status == 204)
    #expect(options.headers["Allow"] == "GET, HEAD, OPTIONS, POST")
    #expect(body == "")
    #expect(try answer(.head, "/meetings/M-12/items/1").0.status == 200)
    #expect(try answer(.other("BREW"), "/meetings").0.status == 405)
  }

  @Test("A route is found with what it says of itself")
  func describes() {
    #expect(router.match(.get, "/refuses").route?.description == "says no")
  }

  @Test("What a handler throws is the caller's")
  func failures() throws {
    let (response, body) = try answer(.get, "/refuses")
    #expect(response.status == 409)
    #expect(response.headers["Retry-After"] == "2")
    #expect(try JSON(parsing: body)["code"] == "stale")
    #expect(throws: JSONFailure.self) { try answer(.get, "/breaks") }
  }

  @Test("A required parameter that the pattern lacks is not found")
  func requires() throws {
    #expect(try Parameters(["ref": "M-1"]).require("ref") == "M-1")
    #expect(throws: Problem.self) { try Parameters().require("ref") }
  }
}
