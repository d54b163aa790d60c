import Glibc
import HubHTTP
import HubServer
import HubTestKit
import Testing

/// Whether anybody still waits for an answer, as it is told to whoever makes it.
@Suite struct AwaitedTests {
  /// A server whose answers take until nobody waits for them, or a while at most.
  private static func server(_ isBegun: Gate, _ isLeft: Gate) throws -> LiveServer {
    try LiveServer(
      limits: { $0.silentSeconds = 0.3 },
      respond: { request in
        isBegun.open()
        for _ in 0..<10_000 {
          if !request.isAwaited() {
            isLeft.open()
            return .text("left")
          }
          if request.path == "/short" { return .text("awaited") }
          usleep(1000)
        }
        return .text("in vain")
      })
  }

  @Test func `who is there is waited for`() throws {
    let (isBegun, isLeft) = (Gate(), Gate())
    let server = try Self.server(isBegun, isLeft)
    let client = try server.client()
    #expect(try client.ask("GET /short HTTP/1.1\nHost: a\n\n").text == "awaited")
    client.send("GET /short HTTP/1.1\nHost: a\n\n")
    client.finishSending()
    #expect(try client.answer().text == "awaited")
    #expect(!isLeft.isOpen)
  }

  @Test(arguments: ["close", "reset", "silence"])
  func `nothing is worked out for who has left`(_ way: String) throws {
    let (isBegun, isLeft) = (Gate(), Gate())
    let server = try Self.server(isBegun, isLeft)
    var client: RawClient? = try server.client()
    client?.send("GET /long HTTP/1.1\nHost: a\n\n")
    #expect(isBegun.wait())
    switch way {
    case "close": client = nil
    case "reset": client?.reset()
    default: client?.finishSending()
    }
    #expect(isLeft.wait())
    if let client, way == "silence" { #expect(try client.answer().text == "left") }
  }

  @Test func `what is still worked out when the server stops is told so`() throws {
    let (isBegun, isLeft) = (Gate(), Gate())
    let server = try Self.server(isBegun, isLeft)
    let client = try server.client()
    client.send("GET /long HTTP/1.1\nHost: a\n\n")
    #expect(isBegun.wait())
    server.server.stop(graceSeconds: 0.05)
    #expect(isLeft.isOpen)
    #expect(try client.answer().text == "left")
  }
}
