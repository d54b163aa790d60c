import HubHTTP
import HubText
import Testing

@Suite("Requests and answers")
struct MessageTests {
  @Test("Header names are compared without case, and keep their order")
  func headers() {
    var headers: Headers = ["Accept": "a", "X-One": "1"]
    headers.add("accept", "b")
    #expect(headers["ACCEPT"] == "a")
    #expect(headers.all("Accept") == ["a", "b"])
    #expect(headers.joined("Accept") == "a, b")
    #expect(headers.joined("None") == nil)
    headers["ACCEPT"] = "c"
    #expect(headers.fields.map(\.name) == ["X-One", "ACCEPT"])
    headers["x-one"] = nil
    #expect(headers["X-One"] == nil)
  }

  @Test("A header value cannot begin another header")
  func headerInjection() {
    var headers: Headers = ["Location": "/a\nX: 1"]
    headers.add("X", "a\r\nSet-Cookie: b=c")
    headers["Y"] = "a\nb"
    #expect(headers["Location"] == "/a X: 1")
    #expect(headers["X"] == "a  Set-Cookie: b=c")
    #expect(headers["Y"] == "a b")
    let raw = Headers([Headers.Field(name: "Z", value: "a\nb")])
    #expect(raw["Z"] == "a b")
  }

  @Test(
    "A query is decoded into pairs",
    arguments: [
      ("", []), ("a=1&b=2", [["a", "1"], ["b", "2"]]), ("a", [["a", ""]]), ("a=", [["a", ""]]),
      ("=1", [["", "1"]]), ("a=b=c", [["a", "b=c"]]), ("&a=1&&", [["a", "1"]]),
      ("q=a+b%2Bc%20d", [["q", "a b+c d"]]), ("%C3%A9=%E2%82%AC", [["é", "€"]]),
    ] as [(String, [[String]])])
  func query(text: String, pairs: [[String]]) throws {
    let query = try #require(Query(encoded: text))
    #expect(query.pairs.map { [$0.name, $0.value] } == pairs)
    #expect(Query(encoded: query.encoded) == query)
  }

  @Test(
    "A malformed query is refused", arguments: ["a=%", "a=%4", "a=%GG", "%FF=1", "a=%C3", "a=%00"])
  func refusesQuery(text: String) {
    #expect(Query(encoded: text) == nil)
    let problem = #expect(throws: Problem.self) { try Request(.get, target: "/x?" + text) }
    #expect(problem?.status == 400)
  }

  @Test("A request target is taken apart at its first question mark")
  func target() throws {
    let request = try Request(.get, target: "/x%20y?a=1&a=2?&b")
    #expect(request.path == "/x%20y")
    #expect(request.query.all(named: "a") == ["1", "2?"])
    #expect(request.query.first(named: "b") == "")
    #expect(request.query.first(named: "c") == nil)
    #expect(try Request(.get, target: "/").query.pairs.isEmpty)
  }

  @Test("Methods have names, and only those that read are safe")
  func methods() {
    for name in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get"] {
      #expect(HubHTTP.Method(name).name == name)
    }
    #expect(HubHTTP.Method("get") == .other("get"))
    #expect(HubHTTP.Method("HEAD").isSafe)
    #expect(!HubHTTP.Method("PATCH").isSafe)
  }

  @Test("A stream is collected in its order")
  func streams() throws {
    let response = Response(
      status: 200,
      body: .stream { write in
        try write([1])
        try write([2, 3])
      })
    #expect(try response.collected() == [1, 2, 3])
    #expect(try Response.noContent().collected() == [])
  }

  @Test("Answers name the kind of their body")
  func kinds() {
    let page: HTML = "<p>"
    let empty: JSON = [:]
    #expect(Response.json(empty).headers["Content-Type"] == "application/json")
    #expect(Response.html(page).headers["Content-Type"] == "text/html; charset=utf-8")
    #expect(Response.text("x").with("X-A", "1").headers["x-a"] == "1")
    #expect(Response.redirect(to: "/x").status == 303)
    #expect(Response.notModified(EntityTag(version: 3)).headers["ETag"] == "\"3\"")
  }

  @Test("Percent-encoding leaves only unreserved characters")
  func percentEncoding() {
    #expect(PercentEncoding.encode("a-Z_0.~") == "a-Z_0.~")
    #expect(PercentEncoding.encode("é /?&=+%") == "%C3%A9%20%2F%3F%26%3D%2B%25")
    #expect(PercentEncoding.decode("%c3%A9+") == "é+")
  }
}
