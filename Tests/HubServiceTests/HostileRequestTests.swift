import HubTestKit
import HubText
import Testing

/// What nobody means to send, sent to the running service: each is refused with a problem, as the
/// API promises, and the service goes on.
@Suite struct HostileRequestTests {
  /// Bytes as they go out: each line ends with a line feed, which becomes CR LF.
  struct Sent {
    let head: String
    var body: [UInt8] = []
    let status: Int
    let code: String

    init(_ head: String, _ status: Int, _ code: String) { self.init(head, [], status, code) }

    init(_ head: String, _ body: String, _ status: Int, _ code: String) {
      self.init(head, Array(body.utf8), status, code)
    }

    init(_ head: String, _ body: [UInt8], _ status: Int, _ code: String) {
      (self.head, self.body, self.status, self.code) = (head, body, status, code)
    }
  }

  static let paths: [Sent] = [
    "/api/v1/../", "/api/v1/%2e%2e/healthz", "/api/v1/.%2E/metrics", "/api/v1/action-items%2FA-1",
    "/api/v1//action-items", "//api/v1/action-items", "//", "/api/v1/action-items/%00",
    "/api/v1/action-items/%ff", "/api/v1/action-items/%C3%28", "/api/v1/action-items/%",
    "/api/v1/action-items/A-1%0d%0aX-Injected:%20yes", "/healthz%00", "/healthz/..", "*",
  ].map { Sent("GET \($0)", 400, "malformedPath") }

  static let methods: [Sent] =
    ["PUT", "DELETE", "TRACE", "BREW", "PROPFIND", "get"].flatMap { method in
      ["/api/v1/action-items", "/healthz", "/readyz", "/metrics"].map {
        Sent("\(method) \($0)", 405, "methodNotAllowed")
      }
    }

  static let bodies: [Sent] =
    [
      (String(repeating: "[", count: 100_000), 400, "malformedJSON"),
      (String(repeating: #"{"a":"#, count: 50_000), 400, "malformedJSON"),
      (#"{"body":"B-1","body":"B-1"}"#, 400, "malformedJSON"),
      (#"{"title":{"en":"a","en":"b"}}"#, 400, "malformedJSON"),
      ("{\"title\":{\"en\":\"\u{0}\"}}", 400, "malformedJSON"),
      (#"{"title":{"en":"\u0000","fr":"b"},"body":"B-1"}"#, 422, "invalid"),
      (#"{"body":1e999,"title":-1e-999}"#, 422, "invalid"),
      (#"{"body":"B-1","dueOn":99999999999999999999}"#, 422, "invalid"),
      (#"{"body":"B-1\r\nX-Injected: yes"}"#, 422, "invalid"),
      ("null", 400, "malformed"), ("[]", 400, "malformed"), ("\u{FEFF}{}", 400, "malformedJSON"),
    ].map { Sent(action + json, $0.0, $0.1, $0.2) } + [
      Sent(
        action + json, Array(#"{"title":{"en":""#.utf8) + [0xFF] + Array("\"}}".utf8), 400,
        "malformedJSON"),
      Sent(
        action + json, Array("{\"title\":\"".utf8) + [0xED, 0xA0, 0x80] + [0x22, 0x7D], 400,
        "malformedJSON"),
      Sent(action + "Content-Type: text/html\n", "{}", 415, "unsupportedMediaType"),
      Sent(
        action + "Content-Type: application/json, text/html\n", "{}", 415,
        "unsupportedMediaType"),
      Sent(action, "{}", 415, "unsupportedMediaType"),
      Sent(
        action + json + "Content-Encoding: gzip\n", [0x1F, 0x8B, 8, 0], 415,
        "unsupportedContentCoding"),
      Sent(action + json + "Idempotency-Key: a\tb\n", "{}", 400, "malformed"),
      Sent(
        action + json + "Idempotency-Key: \(String(repeating: "k", count: 129))\n", "{}", 400,
        "malformed"),
      Sent(
        "PATCH /api/v1/action-items/A-1\n" + json + "If-Match: \"1\n", "{}", 400,
        "malformedHeader"),
      Sent("PATCH /api/v1/action-items/A-1\n" + json, "{}", 428, "versionRequired"),
    ]

  /// A batch cannot be longer than a batch may be, however it is put.
  static let batches: [Sent] = [
    "/batch", "/%62atch", "/batch/", "/b%61tch/", "/./batch", "/x/../batch", "//batch", "batch",
    "/action-items%2F", "",
  ].map {
    let inner = #"{"operations":[{"method":"POST","path":"/action-items","body":{}}]}"#
    return Sent(
      "POST /api/v1/batch\n" + json,
      #"{"operations":[{"method":"POST","path":"\#($0)","body":\#(inner)}]}"#, 400, "malformed")
  }

  private static let action = "POST /api/v1/action-items\n"
  private static let json = "Content-Type: application/json\n"

  @Test func `is refused with a problem in the caller's language, one after the other`() throws {
    let service = try ServingHub()
    try service.start()
    for sent in Self.paths + Self.methods + Self.bodies + Self.batches {
      var titles: Set<String> = []
      for language in ["en", "fr-CA"] {
        let answer = try ask(RawClient(port: service.port), sent, language, service.token)
        titles.insert(try answer.json["title"]?.string ?? "")
        let what = "\(sent.head) \(String(decoding: sent.body.prefix(60), as: UTF8.self))"
        #expect(answer.isProblem(sent.status, code: sent.code), "\(what): \(answer.text)")
        #expect(answer.headers["x-injected"] == nil)
        #expect(answer.headers["hub-version"] != nil)
        if sent.status == 405 { #expect(answer.headers["allow"]?.contains("GET") == true) }
      }
      #expect(titles.count == 2, "\(titles)")
    }
    #expect(service.bugs == [])
    #expect(service.isRunning)
  }

  private func ask(
    _ client: RawClient, _ sent: Sent, _ language: String, _ token: String
  ) throws -> RawClient.Answer {
    let lines = sent.head.split(separator: "\n", omittingEmptySubsequences: false)
    let head =
      "\(lines[0]) HTTP/1.1\nHost: hub\nAuthorization: Bearer \(token)\n"
      + "Accept-Language: \(language)\nContent-Length: \(sent.body.count)\n"
      + lines.dropFirst().filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
    client.send(Array((head + "\n").replacing("\n", with: "\r\n").utf8) + sent.body)
    return try client.answer()
  }
}
