import Glibc
import HubHTTP
import HubServer
import HubTestKit
import Synchronization
import Testing

@Suite("Answers in pieces")
struct StreamTests {
  /// Counts what was written, from whatever thread.
  private final class Written: Sendable {
    let bytes = Atomic<Int>(0)
    let isStopped = Atomic<Bool>(false)

    var total: Int { bytes.load(ordering: .relaxed) }
    var hasStopped: Bool { isStopped.load(ordering: .relaxed) }

    /// How much is written until nobody takes any more.
    func settled() -> Int {
      var last = 0
      for _ in 0..<1000 where last == 0 || last != total {
        last = total
        usleep(50_000)
      }
      return total
    }
  }

  private static let megabyte = 1 << 20

  /// A server whose every answer is so many megabytes in pieces of 64 KiB.
  private static func server(
    _ megabytes: Int, _ written: Written = Written(),
    limits: (inout ServerLimits) -> Void = { _ in }
  ) throws -> LiveServer {
    try LiveServer(
      limits: limits,
      respond: { _ in
        Response(
          status: 200, headers: ["Content-Type": "text/csv"],
          body: .stream { write in
            defer { written.isStopped.store(true, ordering: .relaxed) }
            for index in 0..<(megabytes * 16) {
              try write([UInt8](repeating: UInt8(truncatingIfNeeded: index), count: 1 << 16))
              written.bytes.add(1 << 16, ordering: .relaxed)
            }
          })
      })
  }

  @Test func `fifty megabytes are written no faster than they are read`() throws {
    let written = Written()
    let server = try Self.server(50, written)
    let client = try server.client()
    client.send("GET / HTTP/1.1\nHost: a\n\n")
    // What the buffer holds and the system takes for a socket; never the whole.
    #expect((1..<20 * Self.megabyte).contains(written.settled()))
    let answer = try client.answer()
    #expect(answer.headers["transfer-encoding"] == "chunked")
    #expect(answer.body.count == 50 * Self.megabyte)
    #expect(answer.body[(1 << 16) * 700] == UInt8(truncatingIfNeeded: 700))
    #expect(try client.ask("HEAD / HTTP/1.1\nHost: a\n\n").status == 200)
    #expect(server.logged(1).first?.bytes == 50 * Self.megabyte)
  }

  @Test func `HEAD writes nothing`() throws {
    let written = Written()
    let server = try Self.server(1, written)
    let client = try server.client()
    let answer = try client.ask("HEAD / HTTP/1.1\nHost: a\n\n")
    #expect(answer.headers["content-type"] == "text/csv")
    #expect(answer.headers["content-length"] == nil)
    // Nothing follows that could be taken for another answer.
    #expect(client.isClosed())
    #expect(server.logged(1).first?.bytes == 0)
    #expect(written.total == 0)
  }

  @Test func `HEAD needs no place among those that are written`() throws {
    let server = try Self.server(16, limits: { $0.streams = 1 })
    let reader = try server.client()
    reader.send("GET / HTTP/1.1\nHost: a\n\n")
    #expect(reader.hasReceived(within: 20_000))
    #expect(try server.client().ask("HEAD / HTTP/1.1\nHost: a\n\n").status == 200)
    #expect(try reader.answer().body.count == 16 * Self.megabyte)
  }

  @Test func `the version before reads to the end of the connection`() throws {
    let server = try Self.server(1)
    let client = try server.client()
    client.send("GET / HTTP/1.0\n\n")
    let rest = client.rest()
    #expect(rest.utf8.count > Self.megabyte)
    #expect(!rest.contains("chunked"))
  }

  @Test func `writing stops when the reader has gone`() throws {
    let written = Written()
    let server = try Self.server(500, written)
    do {
      let client = try server.client()
      client.send("GET / HTTP/1.1\nHost: a\n\n")
      #expect(client.hasReceived(within: 20_000))
    }
    #expect(server.logged(1).first?.isComplete == false)
    for _ in 0..<500 where !written.hasStopped { usleep(10_000) }
    #expect(written.hasStopped)
  }

  @Test func `writing that fails ends the answer unfinished`() throws {
    let server = try LiveServer(respond: { _ in
      Response(
        status: 200,
        body: .stream { write in
          try write(Array("begun".utf8))
          throw RawClient.NoAnswer(received: "")
        })
    })
    let client = try server.client()
    client.send("GET / HTTP/1.1\nHost: a\n\n")
    let rest = client.rest()
    #expect(rest.hasPrefix("HTTP/1.1 200 "))
    #expect(!rest.hasSuffix("0\r\n\r\n"))
  }

  @Test func `pieces that come slowly arrive as they come`() throws {
    let server = try LiveServer(
      limits: { $0.idleSeconds = 1 },
      respond: { _ in
        Response(
          status: 200,
          body: .stream { write in
            for word in ["one ", "two ", "three"] {
              usleep(1_200_000)
              try write(Array(word.utf8))
            }
          })
      })
    let client = try server.client()
    #expect(try client.ask("GET / HTTP/1.1\nHost: a\n\n").text == "one two three")
  }

  @Test func `there are only so many at once`() throws {
    let server = try Self.server(16, limits: { $0.streams = 2 })
    var clients: [RawClient] = []
    for _ in 0..<2 {
      clients.append(try server.client())
      clients[clients.count - 1].send("GET / HTTP/1.1\nHost: a\n\n")
    }
    for client in clients { #expect(client.hasReceived(within: 20_000)) }
    let refused = try server.client().ask("GET / HTTP/1.1\nHost: a\n\n")
    #expect(refused.status == 503)
    #expect(refused.headers["retry-after"] != nil)
    for client in clients { #expect(try client.answer().body.count == 16 * Self.megabyte) }
  }

  @Test func `one address does not take the places of all`() throws {
    let server = try Self.server(
      16,
      limits: {
        $0.streams = 3
        $0.streamsPerAddress = 2
      })
    var clients: [RawClient] = []
    for _ in 0..<2 {
      clients.append(try server.client())
      clients[clients.count - 1].send("GET / HTTP/1.1\nHost: a\n\n")
    }
    for client in clients { #expect(client.hasReceived(within: 20_000)) }
    #expect(try server.client().ask("GET / HTTP/1.1\nHost: a\n\n").status == 503)
    for client in clients { #expect(try client.answer().body.count == 16 * Self.megabyte) }
    #expect(try server.client().ask("GET / HTTP/1.1\nHost: a\n\n").status == 200)
  }

  @Test func `stopping cuts off what would never end`() throws {
    let written = Written()
    let server = try Self.server(1_000_000, written)
    let client = try server.client()
    client.send("GET / HTTP/1.1\nHost: a\n\n")
    #expect(client.hasReceived(within: 20_000))
    server.server.stop(graceSeconds: 0.2)
    #expect(written.hasStopped)
    _ = client.rest()
  }
}
