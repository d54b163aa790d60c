import Glibc
import HubHTTP
import HubServer
import HubTestKit
import Testing

@Suite("Limits")
struct LimitTests {
  @Test func `a body beyond the limit is refused before it is read`() throws {
    let server = try LiveServer(limits: { $0.bodyBytes = 1000 })
    let client = try server.client()
    let answer = try client.ask("POST /echo HTTP/1.1\nHost: a\nContent-Length: 1001\n\n")
    #expect(answer.status == 413)
    #expect(answer.text.contains("bodyTooLarge"))
    #expect(client.isClosed())
    #expect(server.logged(1).first?.status == 413)
  }

  @Test func `a body beyond what its head is worth is refused before it is read`() throws {
    let server = try LiveServer(
      limits: { $0.bodyBytes = 1000 },
      largestBody: { $0.headers["Authorization"] == nil && $0.path == "/echo" ? 10 : .max })
    func status(_ head: String, _ length: Int) throws -> Int {
      let client = try server.client()
      client.send("POST /echo HTTP/1.1\nHost: a\n\(head)Content-Length: \(length)\n\n")
      client.send(String(repeating: "x", count: length))
      return try client.answer().status
    }
    #expect(try status("", 10) == 200)
    #expect(try status("", 11) == 413)
    #expect(try status("Authorization: Bearer x\n", 11) == 200)
    #expect(try status("Authorization: Bearer x\n", 1001) == 413)
    let client = try server.client()
    client.send("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n")
    client.send("b\nxxxxxxxxxxx\n")
    #expect(try client.answer().status == 413)
  }

  @Test func `chunks beyond the limit are refused as they come`() throws {
    let server = try LiveServer(limits: { $0.bodyBytes = 1000 })
    let client = try server.client()
    client.send("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n")
    let chunk = "1f4\n" + String(repeating: "x", count: 500) + "\n"
    for _ in 0..<2 { client.send(chunk) }
    client.send("1\nx\n")
    #expect(try client.answer().status == 413)
    #expect(client.isClosed())
    #expect(server.logged(1).first?.status == 413)
  }

  @Test func `bodies that are sent at once have a limit together`() throws {
    let server = try LiveServer(
      limits: {
        $0.bodyBytes = 1000
        $0.bodiesBytes = 1500
      },
      refuse: { problem, request in
        var problem = problem
        problem.instance = request.id + request.language()
        return problem.response
      })
    let head = "POST /echo HTTP/1.1\nHost: a\nAccept-Language: fr\nContent-Length: 1000\n\n"
    let most = String(repeating: "x", count: 900)
    let rest = String(repeating: "x", count: 100)
    let clients = [try server.client(), try server.client()]
    for client in clients { client.send(head + most) }
    // Whichever is read first is taken.
    var refused: RawClient?
    for _ in 0..<1000 where refused == nil { refused = clients.first { $0.hasReceived(within: 5) } }
    let second = try #require(refused)
    let refusal = try second.answer()
    #expect(refusal.status == 503)
    #expect(refusal.headers["retry-after"] == "5")
    let id = try #require(refusal.headers["x-request-id"])
    #expect(refusal.text.contains("\(id)fr") && refusal.text.contains("tooManyBodies"))
    #expect(second.isClosed())
    let first = try #require(clients.first { $0 !== second })
    #expect(try first.ask(rest).text == "POST 1000 ")
    // What was held is given back.
    var status = 0
    for _ in 0..<100 where status != 200 {
      let next = try server.client()
      next.send(head + most)
      next.send(rest)
      status = (try? next.answer().status) ?? 0
    }
    #expect(status == 200)
  }

  @Test func `a body of just the limit is taken`() throws {
    let server = try LiveServer(limits: { $0.bodyBytes = 1000 })
    let body = String(repeating: "x", count: 1000)
    let client = try server.client()
    #expect(
      try client.ask("POST /echo HTTP/1.1\nHost: a\nContent-Length: 1000\n\n\(body)").text
        == "POST 1000 ")
  }

  @Test(arguments: [
    (1, 3000, 431), (300, 0, 431), (1, 100_000, 431), (5000, 20, 431), (1, 1000, 200),
  ])
  func `header fields beyond the limit are refused`(
    _ count: Int, _ size: Int, _ status: Int
  ) throws {
    let server = try LiveServer(limits: { $0.headerBytes = 2000 })
    let client = try server.client()
    let fields = String(repeating: "X: \(String(repeating: "y", count: size))\n", count: count)
    #expect(try client.ask("GET /hello HTTP/1.1\nHost: a\n\(fields)\n").status == status)
  }

  @Test func `a target beyond any memory is refused`() throws {
    let server = try LiveServer(limits: { $0.headerBytes = 2000 })
    let path = String(repeating: "a", count: 100_000)
    #expect(try server.client().ask("GET /\(path) HTTP/1.1\nHost: a\n\n").status == 414)
  }

  @Test(arguments: [
    "GET /hello HTTP/1.1\nHost: a\nX: ",
    "POST /echo HTTP/1.1\nHost: a\nContent-Length: 1000\n\n",
    "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\nfff\n",
    "GET /",
  ])
  func `who sends a byte now and then is cut off`(_ start: String) throws {
    let server = try LiveServer(limits: {
      $0.requestSeconds = 0.6
      $0.idleSeconds = 1
    })
    let client = try server.client()
    client.send(start)
    var sent = 0
    while sent < 200, client.send([0x61]) {
      sent += 1
      usleep(50_000)
    }
    #expect(sent < 200)
    #expect(client.rest().hasPrefix("HTTP/1.1 408 "))
  }

  @Test func `who sends nothing is let go`() throws {
    let server = try LiveServer(limits: { $0.idleSeconds = 1 })
    let silent = try server.client()
    let served = try server.client()
    #expect(try served.ask("GET /hello HTTP/1.1\nHost: a\n\n").status == 200)
    #expect(silent.isClosed())
    #expect(served.isClosed())
  }

  @Test func `an answer may take longer than a request and longer than silence`() throws {
    let server = try LiveServer(
      limits: {
        $0.requestSeconds = 0.2
        $0.idleSeconds = 1
      },
      respond: { _ in
        usleep(2_200_000)
        return .text("at last")
      })
    let client = try server.client()
    #expect(try client.ask("GET / HTTP/1.1\nHost: a\n\n").text == "at last")
  }

  @Test func `a thousand idle connections do not keep anybody waiting`() throws {
    let server = try LiveServer(limits: {
      $0.connections = 2000
      $0.connectionsPerAddress = 2000
    })
    var idle: [RawClient] = []
    for index in 0..<1000 {
      idle.append(try server.client())
      if index % 2 == 0 { idle[index].send("GET /hello HTTP/1.1\nHo") }
    }
    #expect(try server.client().ask("GET /hello HTTP/1.1\nHost: a\n\n").text == "hello")
    #expect(try idle[0].ask("st: a\n\n").text == "hello")
    #expect(try idle[999].ask("GET /hello HTTP/1.1\nHost: a\n\n").text == "hello")
  }

  @Test func `an address has only so many connections, until one closes`() throws {
    let server = try LiveServer(limits: { $0.connectionsPerAddress = 3 })
    var clients: [RawClient] = []
    for _ in 0..<3 {
      clients.append(try server.client())
      #expect(try clients[clients.count - 1].ask("GET /hello HTTP/1.1\nHost: a\n\n").status == 200)
    }
    let refused = try server.client()
    #expect(refused.rest().hasPrefix("HTTP/1.1 429 "))
    clients.removeFirst()
    var status = 0
    for _ in 0..<1000 where status != 200 {
      usleep(20_000)
      status = (try? server.client().ask("GET /hello HTTP/1.1\nHost: a\n\n").status) ?? 0
    }
    #expect(status == 200)
  }
}
