import HubServer
import HubTestKit
import Testing

/// What the server itself refuses, by the code that programs go by.
@Suite("Refusals of the server")
struct ServerProblemTests {
  /// What is sent, and the code of the problem that comes back.
  static let cases: [(sent: String, status: Int, code: String)] = [
    ("G(T /hello HTTP/1.1\nHost: a\n\n", 400, "malformedRequest"),
    ("GET /hello HTTP/1.1\n\n", 400, "malformedRequest"),
    ("GET /hello?a=%zz HTTP/1.1\nHost: a\n\n", 400, "malformedQuery"),
    (
      "POST /echo HTTP/1.1\nHost: a\nContent-Length: 3\nContent-Length: 4\n\nabcd", 400,
      "ambiguousFraming"
    ),
    (
      "POST /echo HTTP/1.0\nTransfer-Encoding: chunked\n\n0\n\n", 400, "ambiguousFraming"
    ),
    (
      "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: gzip, chunked\n\n0\n\n", 501,
      "unsupportedTransferCoding"
    ),
    ("POST /echo HTTP/1.1\nHost: a\nContent-Length: 1001\n\n", 413, "bodyTooLarge"),
    (
      "GET /hello HTTP/1.1\nHost: a\nX: \(String(repeating: "y", count: 3000))\n\n", 431,
      "headersTooLarge"
    ),
    ("POST /echo HTTP/1.1\nHost: a\nContent-Length: 9\n\nabc", 408, "requestTimeout"),
  ]

  @Test(arguments: cases)
  func `each has its own code`(sent: String, status: Int, code: String) throws {
    let server = try LiveServer(limits: {
      $0.bodyBytes = 1000
      $0.headerBytes = 2000
      $0.requestSeconds = 0.5
    })
    let client = try server.client()
    client.send(sent)
    let answer = try client.answer()
    #expect(answer.status == status)
    #expect(answer.text.contains("\"code\":\"\(code)\""), "\(answer.text)")
  }
}
