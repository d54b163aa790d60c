import HubHTTP
import HubServer
import HubTestKit
import Testing

@Suite("Proxies")
struct ProxyTests {
  private static func who(
    _ fields: String, trusting: [String], by field: ServerSettings.ForwardedField = .xForwardedFor
  ) throws -> String {
    let server = try LiveServer(trusting: trusting, by: field)
    let text = try server.client().ask("GET /who HTTP/1.1\nHost: a\n\(fields)\n").text
    return String(text.split(separator: " ")[0])
  }

  @Test(arguments: [
    ("", "127.0.0.1"),
    ("X-Forwarded-For: 203.0.113.9\n", "203.0.113.9"),
    ("X-Forwarded-For: 198.51.100.1, 203.0.113.9\n", "203.0.113.9"),
    ("X-Forwarded-For: 198.51.100.1\nX-Forwarded-For: 203.0.113.9\n", "203.0.113.9"),
    ("X-Forwarded-For: 203.0.113.9, 10.0.0.1\n", "203.0.113.9"),
    ("X-Forwarded-For: 203.0.113.9:4711\n", "203.0.113.9"),
    ("X-Forwarded-For: [2001:DB8::1]:4711\n", "2001:db8::1"),
    ("X-Forwarded-For: unknown\n", "127.0.0.1"),
    ("X-Forwarded-For: 203.0.113.9, nonsense, 10.0.0.1\n", "10.0.0.1"),
    ("Forwarded: for=203.0.113.9\n", "127.0.0.1"),
  ])
  func `a trusted proxy is believed about the client`(_ fields: String, _ client: String) throws {
    #expect(try Self.who(fields, trusting: ["127.0.0.1", "10.0.0.1"]) == client)
  }

  @Test(arguments: [
    ("Forwarded: for=203.0.113.9;proto=https\n", "203.0.113.9"),
    ("Forwarded: for=198.51.100.1, For=\"[2001:db8::1]:4711\";by=x\n", "2001:db8::1"),
    ("Forwarded: for=_hidden\n", "127.0.0.1"),
    ("X-Forwarded-For: 203.0.113.9\n", "127.0.0.1"),
  ])
  func `the standard field is read where it is the one`(_ fields: String, _ client: String) throws {
    #expect(try Self.who(fields, trusting: ["127.0.0.1"], by: .forwarded) == client)
  }

  @Test func `nobody else is believed, and what they say reaches nobody`() throws {
    let server = try LiveServer(trusting: ["10.0.0.1"])
    let answer = try server.client().ask(
      """
      GET /who HTTP/1.1
      Host: a
      X-Forwarded-For: 203.0.113.9
      X-Forwarded-Proto: https
      Forwarded: for=203.0.113.9
      X-Request-Id: of-the-client


      """)
    let words = answer.text.split(separator: " ")
    #expect(words[0] == "127.0.0.1")
    #expect(words[1] != "of-the-client")
    // Host and X-Request-Id.
    #expect(words[2] == "2")
  }

  @Test(arguments: [
    ("from-the-proxy-1", true), ("short", false), ("with space in it", false),
    (String(repeating: "x", count: 65), false),
  ])
  func `a trusted proxy gives a request its identity`(_ id: String, _ isTaken: Bool) throws {
    let server = try LiveServer(trusting: ["127.0.0.1"])
    let answer = try server.client().ask("GET /who HTTP/1.1\nHost: a\nX-Request-Id: \(id)\n\n")
    #expect((answer.headers["x-request-id"] == id) == isTaken)
    #expect(server.logged(1).first?.id == answer.headers["x-request-id"])
  }

  @Test(arguments: [("127.0.0.1", "true"), ("10.0.0.1", "false")])
  func `a route is told whether a trusted proxy speaks`(_ proxy: String, _ told: String) throws {
    let server = try LiveServer(
      trusting: [proxy], respond: { .text(String($0.isFromProxy)) })
    #expect(try server.client().ask("GET / HTTP/1.1\nHost: a\n\n").text == told)
  }

  @Test(arguments: [
    ("X-Forwarded-For: 192.0.2.1", "true"), ("x-forwarded-proto: https", "true"),
    ("Forwarded: for=192.0.2.1", "true"), ("Via: 1.1 proxy", "true"),
    ("X-Real-IP: 192.0.2.1", "true"), ("X-Other: 1", "false"),
  ])
  func `a route is told whether any proxy handed the request on`(
    _ field: String, _ told: String
  ) throws {
    for trusted in [[], ["127.0.0.1"]] {
      let server = try LiveServer(
        trusting: trusted, respond: { .text(String($0.isForwarded)) })
      #expect(try server.client().ask("GET / HTTP/1.1\nHost: a\n\(field)\n\n").text == told)
    }
  }

  @Test func `the connections of a trusted proxy are not counted`() throws {
    let server = try LiveServer(trusting: ["127.0.0.1"], limits: { $0.connectionsPerAddress = 1 })
    let clients = [try server.client(), try server.client(), try server.client()]
    for client in clients {
      #expect(try client.ask("GET /hello HTTP/1.1\nHost: a\n\n").status == 200)
    }
  }

  @Test(arguments: [
    ("X-Forwarded-Proto: https\n", ServerSettings.ForwardedField.xForwardedFor, true),
    ("X-Forwarded-Proto: http, HTTPS\n", .xForwardedFor, true),
    ("X-Forwarded-Proto: https, http\n", .xForwardedFor, false),
    ("X-Forwarded-Proto: http\n", .xForwardedFor, false),
    ("Forwarded: proto=https\n", .xForwardedFor, false),
    ("Forwarded: for=203.0.113.9;proto=https\n", .forwarded, true),
    ("Forwarded: proto=https, proto=http\n", .forwarded, false),
    ("", .xForwardedFor, false),
  ])
  func `a trusted proxy is believed that the client came over TLS`(
    _ fields: String, _ field: ServerSettings.ForwardedField, _ isSecure: Bool
  ) throws {
    func told(by server: LiveServer) throws -> String? {
      try server.client().ask("GET /hello HTTP/1.1\nHost: a\n\(fields)\n").headers["hub-secure"]
    }
    let trusting = try LiveServer(trusting: ["127.0.0.1"], by: field)
    #expect(try told(by: trusting) == (isSecure ? "over TLS" : nil))
    let wary = try LiveServer(by: field)
    #expect(try told(by: wary) == nil)
    let behind = try LiveServer(isBehindTLS: true)
    #expect(try told(by: behind) == "over TLS")
  }
}
