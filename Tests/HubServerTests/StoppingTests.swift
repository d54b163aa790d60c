import Glibc
import HubHTTP
import HubServer
import HubTestKit
import Testing

@Suite("Stopping")
struct StoppingTests {
  @Test func `what was begun is finished, and nothing more is taken`() throws {
    let (isBegun, mayEnd) = (Gate(), Gate())
    let server = try LiveServer(respond: { request in
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
