import Glibc
import HubHTTP
import HubTestKit
import Testing

@testable import HubServer

/// Callers who do not take their answers.
@Suite struct SlowReaderTests {
  private static let size = 64 << 20

  private static func server() throws -> LiveServer {
    try LiveServer(
      limits: {
        $0.readerSeconds = 1
        $0.readerBytesPerSecond = 1 << 30
      },
      respond: { request in
        let piece = [UInt8](repeating: 0x61, count: 1 << 20)
        switch request.path {
        case "/whole":
          return Response(type: "text/plain", [UInt8](repeating: 0x61, count: Self.size))
        case "/pieces":
          return Response(
            status: 200,
            body: .stream { write in for _ in 0..<(Self.size >> 20) { try write(piece) } })
        default:
          return Response(
            status: 200,
            body: .stream { write in
              try write(piece)
              // Longer than anybody may take to read.
              usleep(2_500_000)
              try write(piece)
            })
        }
      })
  }

  @Test(arguments: ["/whole", "/pieces"])
  func `an answer that is taken byte by byte is given up`(_ path: String) throws {
    let server = try Self.server()
    let client = try server.client()
    client.holdBack()
    client.send("GET \(path) HTTP/1.1\nHost: a\n\n")
    var taken = 0
    while server.loggedNow.isEmpty, taken < 5000 {
      var byte: UInt8 = 0
      if recv(client.socket, &byte, 1, 0) > 0 { taken += 1 }
      usleep(2000)
    }
    let entry = try #require(server.logged(1).first)
    #expect(entry.status == 200 && !entry.isComplete)
    #expect(client.rest().utf8.count < Self.size)
  }

  @Test func `nobody is blamed for what is not there yet`() throws {
    let server = try Self.server()
    let client = try server.client()
    #expect(try client.ask("GET /late HTTP/1.1\nHost: a\n\n").body.count == 2 << 20)
  }

  @Test func `the time for an answer in pieces grows with what is taken, and not beyond now`() {
    var pace = ReaderPace(bytesPerSecond: 1000, at: 0)
    pace.take(2000, at: 5_000_000_000)
    #expect(pace.since == 2_000_000_000)
    pace.take(1_000_000, at: 6_000_000_000)
    #expect(pace.since == 6_000_000_000)
    // Three seconds without anything to take.
    pace.take(0, at: 7_000_000_000)
    #expect(pace.since == 6_000_000_000)
    pace.take(500, at: 10_000_000_000)
    #expect(pace.since == 9_500_000_000)
  }
}
