import HubHTTP
import HubText
import Testing

@Suite("Bodies")
struct BodyTests {
  private func request(_ type: String?, _ body: String) -> Request {
    var request = Request(.post, "/", body: Array(body.utf8))
    request.headers["Content-Type"] = type
    return request
  }

  @Test("A form is read into its fields")
  func form() throws {
    let form = try request("application/x-www-form-urlencoded; charset=utf-8", "a=%C3%A9+x&b=")
      .form()
    #expect(form.first(named: "a") == "é x")
    #expect(form.first(named: "b") == "")
  }

  @Test(
    "JSON is read, as a merge patch too",
    arguments: ["application/json", "application/merge-patch+json"])
  func json(type: String) throws {
    #expect(try request(type, #"{"a":1}"#).json() == ["a": 1])
  }

  @Test(
    "Another kind of body is 415, a malformed one 400",
    arguments: [
      (nil, "", 415), ("text/plain", "{}", 415), ("application/json", "{", 400),
      ("application/json", "", 400),
    ] as [(String?, String, Int)])
  func refusesJSON(type: String?, body: String, status: Int) {
    let problem = #expect(throws: Problem.self) { try request(type, body).json() }
    #expect(problem?.status == status)
  }

  @Test(
    "A body in a coding is 415 and told that none is taken",
    arguments: [
      (["gzip"], true), (["GZip"], true), (["identity, br"], true), (["identity", "gzip"], true),
      (["identity"], false), (["Identity, identity"], false), ([""], false), ([" , "], false),
    ] as [([String], Bool)])
  func refusesCodings(fields: [String], isRefused: Bool) throws {
    for type in ["application/json", "application/x-www-form-urlencoded"] {
      var sent = request(type, type.hasSuffix("json") ? "1" : "a=1")
      for value in fields { sent.headers.add("Content-Encoding", value) }
      func read() throws {
        if type.hasSuffix("json") { _ = try sent.json() } else { _ = try sent.form() }
      }
      guard isRefused else {
        try read()
        continue
      }
      let problem = #expect(throws: Problem.self) { try read() }
      #expect(problem?.status == 415)
      #expect(problem?.code == "unsupportedContentCoding")
      #expect(problem?.headers["Accept-Encoding"] == "identity")
    }
  }

  @Test("A malformed form is 400, another kind 415")
  func refusesForm() {
    let malformed = #expect(throws: Problem.self) {
      try request("application/x-www-form-urlencoded", "a=%").form()
    }
    #expect(malformed?.status == 400)
    let kind = #expect(throws: Problem.self) { try request("application/json", "a=1").form() }
    #expect(kind?.status == 415)
  }

  @Test("A problem with JSON says where")
  func place() {
    let problem = #expect(throws: Problem.self) {
      try request("application/json", "{\n  \"a\": 1,\n  \"a\": 2\n}").json()
    }
    #expect(problem?.detail == "3:3: duplicateKey \"a\"")
    #expect(problem?.members.first { $0.name == "line" }?.value == 3)
  }
}
