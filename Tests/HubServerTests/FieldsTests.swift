import Glibc
import HubHTTP
import HubServer
import HubTestKit
import Testing

/// The header fields that every answer has, however it is made and by whomever it is sent.
@Suite struct FieldsTests {
  /// A request in its own connection, which ends after the answer.
  struct Asked: Sendable, CustomTestStringConvertible {
    let request: String
    let status: Int
    var testDescription: String { String(request.prefix(60)) }

    init(_ line: String, _ status: Int, _ fields: String = "Host: a\n") {
      request = "\(line)\nConnection: close\n\(fields)\n"
      self.status = status
    }
  }

  static let asked: [Asked] = [
    // Ready, made by a worker, and made by one that sleeps.
    Asked("GET /hello HTTP/1.1", 200),
    Asked("HEAD /hello HTTP/1.1", 200),
    Asked("GET /hello HTTP/1.0", 200),
    Asked("GET /echo HTTP/1.1", 200),
    Asked("POST /echo HTTP/1.1", 200, "Host: a\nContent-Length: 0\n"),
    Asked("GET /nothing HTTP/1.1", 304),
    Asked("GET /odd HTTP/1.1", 200),
    Asked("GET /missing HTTP/1.1", 404),
    // Refused by its head, before its body and with it.
    Asked("GET /hello HTTP/1.1", 400, ""),
    Asked("G<T /hello HTTP/1.1", 400),
    Asked("GET /hello?% HTTP/1.1", 400),
    Asked("POST /echo HTTP/1.1", 413, "Host: a\nContent-Length: 1001\n"),
    Asked("POST /echo HTTP/1.1", 501, "Host: a\nTransfer-Encoding: gzip\n"),
    Asked("GET /hello HTTP/1.1", 431, "Host: a\nX: \(String(repeating: "x", count: 2000))\n"),
    // Cut off in the middle of its body.
    Asked("POST /echo HTTP/1.1", 413, "Host: a\nTransfer-Encoding: chunked\n\n3e9\n\(long)\n0\n"),
  ]

  private static let long = String(repeating: "x", count: 1001)

  @Test(arguments: asked)
  func `stand once in every answer`(_ asked: Asked) throws {
    let server = try LiveServer(limits: {
      $0.bodyBytes = 1000
      $0.headerBytes = 2000
    })
    let client = try server.client()
    client.send(asked.request)
    expectOnce(in: client.rest(), asked.status)
  }

  @Test func `stand once in an answer in pieces, and where there is no room for one`() throws {
    let mayEnd = Gate()
    let server = try LiveServer(
      limits: { $0.streams = 1 },
      respond: { request in
        Response(
          status: 200,
          body: .stream { write in
            try write(Array("piece".utf8))
            if request.path == "/long" { mayEnd.wait() }
          })
      })
    let long = try server.client()
    long.send("GET /long HTTP/1.1\nHost: a\nConnection: close\n\n")
    #expect(long.hasReceived(within: 20_000))
    let refused = try server.client()
    refused.send("GET / HTTP/1.1\nHost: a\nConnection: close\n\n")
    expectOnce(in: refused.rest(), 503)
    mayEnd.open()
    expectOnce(in: long.rest(), 200)
  }

  @Test func `stand once where somebody is too slow`() throws {
    let server = try LiveServer(limits: {
      $0.requestSeconds = 0.3
      $0.idleSeconds = 1
    })
    for begun in ["GET /hel", "POST /echo HTTP/1.1\nHost: a\nContent-Length: 1000\n\nab"] {
      let client = try server.client()
      client.send(begun)
      for _ in 0..<200 where client.send([0x61]) { usleep(50_000) }
      expectOnce(in: client.rest(), 408)
    }
  }

  @Test func `stand once where an address has too many connections`() throws {
    let server = try LiveServer(limits: { $0.connectionsPerAddress = 1 })
    let first = try server.client()
    #expect(try first.ask("GET /hello HTTP/1.1\nHost: a\n\n").status == 200)
    expectOnce(in: try server.client().rest(), 429)
  }

  private func expectOnce(
    in received: String, _ status: Int, at location: SourceLocation = #_sourceLocation
  ) {
    let head = received.lines(before: "\r\n\r\n")
    #expect(head.first?.hasPrefix("HTTP/1.1 \(status) ") == true, sourceLocation: location)
    let own = head.filter { $0.lowercased().hasPrefix("hub-test:") }
    #expect(own == ["Hub-Test: every answer"], "\(received.prefix(600))", sourceLocation: location)
  }
}

extension String {
  /// The lines before the first mark.
  fileprivate func lines(before mark: String) -> [Substring] {
    let end = firstRange(of: mark)?.lowerBound ?? endIndex
    return self[..<end].split(separator: "\r\n")
  }
}
