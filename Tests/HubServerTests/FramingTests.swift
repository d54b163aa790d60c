import HubHTTP
import HubServer
import HubTestKit
import Testing

@Suite("Requests as they come")
struct FramingTests {
  /// What is sent, and the statuses of the answers.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let sent: String
    let statuses: [Int]
    /// Whether the server closes the connection afterwards.
    let closes: Bool

    init(_ name: String, _ sent: String, _ statuses: Int..., closes: Bool = true) {
      testDescription = name
      self.sent = sent
      self.statuses = statuses
      self.closes = closes
    }
  }

  static let cases = [
    Case("a plain request", "GET /hello HTTP/1.1\nHost: a\n\n", 200, closes: false),
    Case(
      "two requests at once", "GET /hello HTTP/1.1\nHost: a\n\nGET /echo HTTP/1.1\nHost: a\n\n",
      200, 200, closes: false),
    Case(
      "a body and a request behind it",
      "POST /echo HTTP/1.1\nHost: a\nContent-Length: 3\n\nabcGET /hello HTTP/1.1\nHost: a\n\n",
      200, 200, closes: false),
    Case(
      "an answer that closes", "GET /hello HTTP/1.1\nHost: a\nConnection: close\n\n", 200),
    Case("the version before", "GET /hello HTTP/1.0\n\n", 200),
    Case(
      "both a length and chunks",
      "POST /echo HTTP/1.1\nHost: a\nContent-Length: 3\nTransfer-Encoding: chunked\n\n0\n\n", 400),
    Case(
      "chunks and then a length",
      "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nContent-Length: 3\n\n0\n\n", 400),
    Case(
      "two lengths",
      "POST /echo HTTP/1.1\nHost: a\nContent-Length: 3\nContent-Length: 4\n\nabcd", 400),
    Case(
      "the same length twice",
      "POST /echo HTTP/1.1\nHost: a\nContent-Length: 3\nContent-Length: 3\n\nabc", 400),
    Case(
      "lengths in a list", "POST /echo HTTP/1.1\nHost: a\nContent-Length: 3, 3\n\nabc", 400),
    Case("a length below nothing", "POST /echo HTTP/1.1\nHost: a\nContent-Length: -1\n\n", 400),
    Case("a length with a sign", "POST /echo HTTP/1.1\nHost: a\nContent-Length: +3\n\nabc", 400),
    Case(
      "a length beyond counting",
      "POST /echo HTTP/1.1\nHost: a\nContent-Length: 99999999999999999999\n\n", 413),
    Case(
      "chunks twice",
      "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nTransfer-Encoding: chunked\n\n0\n\n",
      400),
    Case(
      "another transfer coding",
      "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: gzip, chunked\n\n0\n\n", 501),
    Case(
      "a transfer coding that is nearly chunks",
      "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: xchunked\n\n0\n\n", 501),
    Case(
      "a chunk whose size is no number",
      "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\nzz\n", 400),
    Case("a field name with a space", "GET /hello HTTP/1.1\nHost: a\nX : b\n\n", 400),
    Case(
      "a length behind a space",
      "POST /echo HTTP/1.1\nHost: a\nContent-Length : 3\n\nabc", 400),
    Case("a control character in a field", "GET /hello HTTP/1.1\nHost: a\nX: \u{1}\n\n", 400),
    Case("no host, a version ago", "GET /hello HTTP/1.0\n\n", 200),
    Case(
      "chunks, a version ago", "POST /echo HTTP/1.0\nTransfer-Encoding: chunked\n\n0\n\n", 400),
    Case("a space in the target", "GET /hel lo HTTP/1.1\nHost: a\n\n", 400),
    Case("no host", "GET /hello HTTP/1.1\n\n", 400),
    Case("two hosts", "GET /hello HTTP/1.1\nHost: a\nHost: b\n\n", 400),
    Case("a method that is no token", "G(T /hello HTTP/1.1\nHost: a\n\n", 400),
    Case("a control character in the target", "GET /he\u{1}llo HTTP/1.1\nHost: a\n\n", 400),
    Case("no version", "GET /hello\n\n", 400),
    Case("a version to come", "GET /hello HTTP/2.0\nHost: a\n\n", 505),
    Case("a version that is gone", "GET /hello HTTP/0.9\nHost: a\n\n", 505),
    Case("an unknown method", "BREW /pot HTTP/1.1\nHost: a\n\n", 404, closes: false),
    Case(
      "a malformed query", "GET /hello?a=%zz HTTP/1.1\nHost: a\n\n", 400, closes: false),
  ]

  @Test(arguments: cases)
  func `is answered as it should be`(_ example: Case) throws {
    let server = try LiveServer()
    let client = try server.client()
    client.send(example.sent)
    for status in example.statuses { #expect(try client.answer().status == status) }
    if example.closes {
      #expect(client.isClosed() || client.closesAfterRepeating())
    } else {
      #expect(try client.ask("GET /hello HTTP/1.1\nHost: a\n\n").text == "hello")
    }
  }

  @Test(arguments: [
    "GET /hello HTTP/1.1\nHos", "GET /hel",
    "POST /echo HTTP/1.1\nHost: a\nContent-Length: 9\n\nabc",
    "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\nabc", "\n", " \n\n",
    "GET /hello HTTP/1.1\nno colon\n\n",
  ])
  func `a request that breaks off is dropped, and others are served`(_ sent: String) throws {
    let server = try LiveServer(limits: { $0.requestSeconds = 0.5 })
    let client = try server.client()
    client.send(sent)
    client.finishSending()
    #expect(!client.rest().contains(" 200 "))
    #expect(try server.client().ask("GET /hello HTTP/1.1\nHost: a\n\n").status == 200)
  }

  @Test func `a path reaches the router as it was sent`() throws {
    let server = try LiveServer(respond: { .text("\($0.path) \($0.query.encoded)") })
    for (target, seen) in [
      ("/a%2Fb/../c?q=%C3%A9+x&q=", "/a%2Fb/../c q=%C3%A9%20x&q="), ("//x", "//x "),
      ("/%00", "/%00 "), ("/é", "/é "), ("http://host/a?b", "/a b="), ("https://host", "/ "),
      ("*", "* "), ("/a?b?c", "/a b%3Fc="),
    ] {
      #expect(try server.client().ask("GET \(target) HTTP/1.1\nHost: a\n\n").text == seen)
    }
  }

  /// Heads that libmicrohttpd and whoever stands before it could read in two ways.
  @Test(arguments: [
    "GET /hello HTTP/1.1\nHost: a\nX: b\n folded\n\n",
    "GET /hello HTTP/1.1\nHost: a\nX: b\nY: c\n\tfolded\n\n",
    "GET /hello HTTP/1.1\nHost: a\nX: b\n \nY: c\n\n",
    "POST /echo HTTP/1.1\nHost: a\nTransfer-En: chunked\n coding\n\n0\n\n",
    "GET /hello HTTP/1.1\nHost: a\nX: b\0c\nY: d\n\n",
    "GET /hello HTTP/1.1\nHost: a\nX: b\0\0\0\n\n",
    "GET /hello HTTP/1.1\nHost: a\nX: b\0\0\0c\n\n",
    "GET /hello HTTP/1.1\nHost: a\n\0X: b\n\n",
    "GET /hello\0 HTTP/1.1\nHost: a\n\n",
    "GET /hello?a\0b HTTP/1.1\nHost: a\n\n",
    "GE\0T /hello HTTP/1.1\nHost: a\n\n",
  ])
  func `a folded line or a NUL in the head is refused`(_ sent: String) throws {
    let server = try LiveServer()
    let client = try server.client()
    client.send(sent)
    let answer = try client.answer()
    #expect(answer.status == 400)
    #expect(answer.text.contains("malformedRequest"))
    #expect(client.isClosed())
  }

  @Test(arguments: [
    "GET  /hello HTTP/1.1\nHost: a\n\n", "\n\nGET /hello HTTP/1.1\nHost:a\n\n",
    "GET /hello HTTP/1.1\nHost:  a \nX:\nY: \n\n", "GET /hello?a=b&c HTTP/1.1\nHost: a\n\n",
    "GET /hello HTTP/1.1\nHost: a\nCookie: a=b; c=d\nCookie: e=f\n\n", "GET /hello HTTP/1.0\n\n",
  ])
  func `blanks where they may stand are not taken for it`(_ sent: String) throws {
    let server = try LiveServer()
    for ends in ["\r\n", "\n"] {
      let client = try server.client()
      // In pieces and at once, and with a request behind it.
      let bytes = Array(sent.replacing("\n", with: ends).utf8)
      client.send(Array(bytes[..<9]))
      client.send(Array(bytes[9...]))
      #expect(try client.answer().text == "hello")
    }
  }

  @Test func `a query of thousands of arguments is answered`() throws {
    let server = try LiveServer()
    let client = try server.client()
    for count in [399, 3000] {
      let query = String(repeating: "a&", count: count) + "b=?c"
      let answer = try client.ask("GET /count?\(query) HTTP/1.1\nHost: a\n\n")
      #expect(answer.text == "\(count + 1)")
    }
    let long = String(repeating: "a&", count: 5000)
    #expect(try client.ask("GET /count?\(long) HTTP/1.1\nHost: a\n\n").status == 431)
  }

  @Test func `a target that is not UTF-8 is refused`() throws {
    let server = try LiveServer()
    let client = try server.client()
    client.send(Array("GET /h".utf8) + [0xFF] + Array("llo HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
    #expect(try client.answer().status == 400)
  }
}
