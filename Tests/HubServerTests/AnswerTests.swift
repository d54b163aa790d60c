import HubHTTP
import HubServer
import HubTestKit
import Testing

@Suite("Answers")
struct AnswerTests {
  @Test func `a connection serves one request after another`() throws {
    let server = try LiveServer()
    let client = try server.client()
    var ids: Set<String> = []
    for _ in 0..<100 {
      let answer = try client.ask("GET /hello HTTP/1.1\nHost: a\n\n")
      #expect(answer.status == 200)
      #expect(answer.text == "hello")
      ids.insert(answer.headers["x-request-id"] ?? "")
    }
    #expect(ids.count == 100)
  }

  @Test func `HEAD has the length and no body`() throws {
    let server = try LiveServer()
    let client = try server.client()
    for _ in 0..<2 {
      let answer = try client.ask("HEAD /hello HTTP/1.1\nHost: a\n\n")
      #expect(answer.headers["content-length"] == "5")
      #expect(answer.headers["date"] != nil)
    }
    #expect(try client.ask("GET /hello HTTP/1.1\nHost: a\n\n").text == "hello")
  }

  @Test func `an answer that has not changed has its version and no body`() throws {
    let server = try LiveServer()
    let client = try server.client()
    let answer = try client.ask("GET /nothing HTTP/1.1\nHost: a\n\n")
    #expect(answer.status == 304)
    #expect(answer.headers["etag"] == "\"v1\"")
    #expect(try client.ask("GET /hello HTTP/1.1\nHost: a\n\n").text == "hello")
  }

  @Test func `no value begins a header of its own`() throws {
    let server = try LiveServer()
    let answer = try server.client().ask("GET /odd HTTP/1.1\nHost: a\n\n")
    #expect(answer.headers["x-injected"] == nil)
    #expect(answer.headers["bad name"] == nil)
    #expect(answer.headers["x-odd"] == "a  X-Injected: b")
  }

  @Test(arguments: [0, 1, 100, 65_536, 3_000_000])
  func `a body arrives whole, in one piece or in chunks`(_ size: Int) throws {
    let server = try LiveServer()
    let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let digest = String(body.reduce(0) { $0 &* 31 &+ Int($1) })
    let client = try server.client()
    client.send("POST /echo HTTP/1.1\nHost: a\nContent-Length: \(size)\n\n")
    client.send(body)
    #expect(try client.answer().headers["x-digest"] == digest)

    client.send("POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n")
    for start in stride(from: 0, to: size, by: 10_007) {
      let chunk = body[start..<min(start + 10_007, size)]
      client.send(String(chunk.count, radix: 16) + ";note=x\n")
      client.send(Array(chunk))
      client.send("\n")
    }
    client.send("0\n\n")
    #expect(try client.answer().headers["x-digest"] == digest)
  }

  @Test func `who asks to be told to go on is told`() throws {
    let server = try LiveServer()
    let client = try server.client()
    client.send(
      "POST /echo HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Length: 3\n\n")
    #expect(try client.answer(toHead: true).status == 100)
    #expect(try client.ask("abc").text == "POST 3 ")
  }

  @Test func `every request is logged with what became of it`() throws {
    let server = try LiveServer()
    let client = try server.client()
    let answer = try client.ask("GET /hello?secret=1 HTTP/1.1\nHost: a\n\n")
    let entry = try #require(server.logged(1).first)
    #expect(entry.id == answer.headers["x-request-id"])
    #expect(entry.method == .get)
    #expect(entry.path == "/hello")
    #expect(entry.status == 200)
    #expect(entry.bytes == 5)
    #expect(entry.remoteAddress == "127.0.0.1")
    #expect(entry.isComplete)
  }
}
