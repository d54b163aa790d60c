import Glibc
import HubHTTP
import HubServer
import HubTestKit
import Synchronization
import Testing

@Suite("Stopping")
struct StoppingTests {
  @Test func `what was begun is finished, and nothing more is taken`() throws {
    let (isBegun, mayEnd) = (Gate(), Gate())
    let server = try LiveServer(
      limits: { $0.stoppingSeconds = 20 },
      respond: { request in
        guard request.path == "/late" else { return LiveServer.respond(request) }
        isBegun.open()
        mayEnd.wait()
        return .text("late")
      })
    let late = try server.client()
    let uploading = try server.client()
    let idle = try server.client()
    #expect(try idle.ask("GET /hello HTTP/1.1\nHost: a\n\n").status == 200)
    late.send("GET /late HTTP/1.1\nHost: a\n\n")
    try begin(uploading)
    uploading.send("a")
    #expect(isBegun.wait())
    Thread.run {
      for _ in 0..<10_000 where (try? server.client()) != nil { usleep(1000) }
      uploading.send("bc")
      mayEnd.open()
    }
    server.server.stop(graceSeconds: 20)

    let answer = try late.answer()
    #expect(answer.text == "late")
    #expect(answer.headers["connection"]?.lowercased() == "close")
    #expect(try uploading.answer().text == "POST 3 ")
    #expect(idle.isClosed())
    #expect(throws: (any Error).self) { _ = try server.client() }
  }

  @Test func `a request that never arrives whole is not waited for beyond the time of grace`()
    throws
  {
    let server = try LiveServer()
    let client = try server.client()
    try begin(client)
    client.send("a")
    server.server.stop(graceSeconds: 0.2)
    #expect(!client.rest().contains(" 200 "))
  }

  @Test func `a body that never comes holds up nothing`() throws {
    let server = try LiveServer(limits: { $0.stoppingSeconds = 0.2 })
    let client = try server.client()
    try begin(client)
    client.send("a")
    // Whoever waited for the body would wait until the test is given up.
    server.server.stop(graceSeconds: 600)
    let answer = try client.answer()
    #expect(answer.status == 503)
    #expect(answer.headers["retry-after"] == "5")
    #expect(answer.text.contains("stopping"))
  }

  @Test func `what was done is answered, and what cannot be answered is not begun`() throws {
    let (isBegun, mayEnd, done) = (Gate(), Gate(), Count())
    let server = try LiveServer(
      threads: 8,
      respond: { request in
        done.add()
        guard request.path == "/late" else { return .noContent() }
        isBegun.open()
        mayEnd.wait()
        return .text("late")
      })
    func write(_ path: String) -> String {
      "POST \(path) HTTP/1.1\nHost: a\nContent-Length: 0\n\n"
    }
    let late = try server.client()
    let others = try (0..<200).map { _ in try server.client() }
    // All of them are open before it stops.
    for client in others { #expect(try client.ask(write("/soon")).status == 204) }
    late.send(write("/late"))
    #expect(isBegun.wait())
    var statuses: [Int] = []
    Thread.run { server.server.stop(graceSeconds: 0.05) }
    for client in others {
      statuses.append(try client.ask(write("/soon")).status)
      usleep(5000)
    }
    mayEnd.open()
    #expect(try late.answer().text == "late")
    #expect(statuses.contains(503))
    #expect(Set(statuses).isSubset(of: [204, 503]))
    #expect(done.count == 201 + statuses.count { $0 == 204 })
  }

  /// Sends the head of a request for a body of three bytes; the server, which asks for them, has
  /// begun with it.
  private func begin(_ client: RawClient) throws {
    client.send(
      "POST /echo HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Length: 3\n\n")
    #expect(try client.answer(toHead: true).status == 100)
  }

  @Test func `a server starts once, and stops as often as it is told`() throws {
    let server = try LiveServer()
    #expect(throws: ServerError.startedBefore) { try server.server.start() }
    server.server.stop(graceSeconds: 1)
    server.server.stop(graceSeconds: 1)
    #expect(throws: ServerError.startedBefore) { try server.server.start() }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `whoever waits is told which signal came`(_ signal: Int32) {
    let shutdown = ShutdownSignal()
    raise(signal)
    #expect(shutdown.wait() == signal)
  }
}

/// How often something was done, by whatever thread.
private final class Count: Sendable {
  private let state = Atomic<Int>(0)
  func add() { state.add(1, ordering: .relaxed) }
  var count: Int { state.load(ordering: .relaxed) }
}

/// A thread for what has to happen meanwhile.
private enum Thread {
  static func run(_ body: @escaping () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { box in
        if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    pthread_detach(thread)
  }

  private final class Box {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }
}
