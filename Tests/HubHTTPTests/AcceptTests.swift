import HubHTTP
import Testing

/// Choosing the form of an answer (RFC 9110, section 12.5.1).
@Suite("Accept")
struct AcceptTests {
  static let json = "application/json"
  static let page = "text/html; charset=utf-8"

  @Test(
    "The form is the one the caller likes most",
    arguments: [
      ("*/*", json), ("application/json", json), ("text/html", page), ("text/*", page),
      ("application/*", json), ("APPLICATION/JSON", json), ("Text/HTML", page),
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", page),
      ("text/html;q=0.5, application/json", json), ("text/html, application/json", json),
      ("text/html;q=0.9, */*;q=0.8", page), ("*/*;q=0.1, text/html;q=0", json),
      ("application/json;q=0, */*", page),
      ("text/html;level=1;q=0.3, application/json;q=0.2", page),
      ("text/html; charset=utf-8", page), ("application/json ; Q=0.3 , text/html;q=0.2", json),
      ("application/problem+json, application/json", json), ("image/png, */*;q=0.001", json),
      ("text/html;note=\"a,b;q=0\", application/json;q=0.5", page), (" , ,text/html", page),
    ])
  func chosen(value: String, form: String) throws {
    let accept = try #require(Accept(parsing: value))
    #expect(accept.choose(from: [Self.json, Self.page]) == form)
  }

  @Test(
    "What there is may be taken by nobody",
    arguments: [
      "image/png", "*/*;q=0", "application/json;q=0, text/html;q=0.000", "text/css, image/*",
      "application/problem+json", "application/jsonl", "text/htm", "application/*;q=0, text/plain",
    ])
  func none(value: String) throws {
    let accept = try #require(Accept(parsing: value))
    #expect(accept.choose(from: [Self.json, Self.page]) == nil)
  }

  @Test(
    "A field that names no form says nothing",
    arguments: ["", " ", ",", "json", "/", "a/", "/b", "*/json", "a b/c", "text/html;q=2", "a/b/c"])
  func unsaid(value: String) {
    var request = Request(.get, "/")
    request.headers["Accept"] = value
    #expect(request.accept == nil)
  }
}
