import Foundation
import HubTestKit
import HubText
import Synchronization
import Testing

/// Clients that send little, late or half, beside others who are answered as ever.
@Suite struct SlowClientTests {
  @Test func `a thousand idle, slow and broken connections keep nobody waiting`() throws {
    Self.allowManyFiles()
    let service = try ServingHub()
    try service.start()
    let head =
      "POST /api/v1/action-items HTTP/1.1\nHost: hub\nAuthorization: Bearer \(service.token)\n"
    var idle: [RawClient] = []
    for number in 0..<1000 {
      let client = try RawClient(port: service.port, from: UInt8(2 + number % 8))
      switch number % 5 {
      case 0: client.send("GET /api/v1/me HTTP/1.1\nHo")
      case 1: client.send(head + "Content-Length: 1000\n\n{\"body\":")
      case 2:
        client.send(head + "Content-Length: 1000\n\n{\"body\":")
        client.finishSending()
      case 3: client.send(head + "Transfer-Encoding: chunked\n\nffff\n{")
      default: break
      }
      idle.append(client)
    }
    let drip = Drip(try (0..<20).map { _ in try RawClient(port: service.port, from: 10) })
    drip.start()
    let clients = Client.work(["Client 0", "Client 1"], at: service.address, atMost: 50)
    drip.stop()
    for client in clients {
      #expect(client.refusal == nil)
      #expect(client.errands.filter { $0.made != nil }.count == 50)
    }
    #expect(service.bugs == [])
  }

  @Test func `a request that breaks off is no request`() throws {
    let service = try ServingHub()
    try service.start()
    let action = Caller.action("Half a task").written()
    let head =
      "POST /api/v1/action-items HTTP/1.1\nHost: hub\nContent-Type: application/json\n"
      + "Authorization: Bearer \(service.token)\nExpect: 100-continue\n"
      + "Content-Length: \(action.count + 1)\n\n"
    let ends: [(RawClient) -> Void] = [{ $0.finishSending() }, { $0.reset() }]
    for (number, end) in ends.enumerated() {
      let client = try RawClient(port: service.port)
      client.send(head)
      // The server asks for the body of a request that it has begun with.
      #expect(try client.answer(toHead: true).status == 100)
      client.send(action)
      // An end that comes along with the body is only seen when the request is late.
      usleep(100_000)
      end(client)
      let ended = { service.logged.split(separator: "\n").count }
      for _ in 0..<6000 where ended() <= number { usleep(10_000) }
      #expect(ended() == number + 1, "\(service.logged)")
    }
    let list = try service.caller().send("GET", "/action-items").text
    #expect(list.contains("Find a room") && !list.contains("Half a task"))
  }

  @Test func `who has said all and listens on is answered`() throws {
    let service = try ServingHub()
    try service.start()
    let client = try RawClient(port: service.port)
    client.send("GET /api/v1/networks HTTP/1.1\nHost: hub\n\n")
    client.finishSending()
    #expect(try client.answer().status == 200)
  }

  @Test func `one address has its share of connections, and is told so`() throws {
    Self.allowManyFiles()
    let service = try ServingHub()
    try service.start()
    let open = try (0..<256).map { _ in try RawClient(port: service.port, from: 9) }
    for client in open {
      #expect(try client.ask("GET /healthz HTTP/1.1\nHost: hub\n\n").status == 200)
    }
    let beyond = try RawClient(port: service.port, from: 9).rest()
    #expect(beyond.hasPrefix("HTTP/1.1 429 "))
    #expect(beyond.contains("Retry-After: ") && beyond.contains(#""code":"tooManyConnections""#))
    #expect(try service.caller().send("GET", "/me").status == 200)
  }

  @Test func `where few files may be open callers wait for a connection, and none for a file`()
    throws
  {
    let service = try ServingHub()
    try service.start(files: 320)
    let question =
      "GET /api/v1/search?q=Rosa HTTP/1.1\nHost: hub\nAuthorization: Bearer \(service.token)\n\n"
    // More than there can be: some are only taken up once others have gone.
    var waiting = try (0..<240).map { _ in try RawClient(port: service.port) }
    for client in waiting { client.send(question) }
    var rounds = 0
    while !waiting.isEmpty, rounds < 200 {
      rounds += 1
      let answered = waiting.filter { $0.hasReceived(within: 2) }
      for client in answered { #expect(try client.answer().status == 200) }
      waiting.removeAll { client in answered.contains { $0 === client } }
    }
    #expect(waiting.isEmpty)
    #expect(rounds > 1)
    #expect(service.bugs == [])
  }

  /// Sends a byte of a head to each, again and again, until it is told to stop.
  private final class Drip: @unchecked Sendable {
    // Unchecked: only the thread that drips touches the clients.
    private let clients: [RawClient]
    private let isOver = Atomic(false)
    private let group = DispatchGroup()

    init(_ clients: [RawClient]) { self.clients = clients }

    func start() {
      DispatchQueue(label: "drip").async(group: group) {
        for client in self.clients { client.send("GET /api/v1/me HTTP/1.1\nHost: hub\nX: ") }
        while !self.isOver.load(ordering: .relaxed) {
          for client in self.clients { client.send([0x61]) }
          usleep(20_000)
        }
      }
    }

    func stop() {
      isOver.store(true, ordering: .relaxed)
      group.wait()
    }
  }

  /// A thousand connections are a thousand open files.
  private static func allowManyFiles() {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
  }
}
