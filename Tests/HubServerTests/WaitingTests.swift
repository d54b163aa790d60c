import Glibc
import HubHTTP
import HubServer
import HubTestKit
import Synchronization
import Testing

/// Requests whose answers wait, as writes do for the disk.
@Suite struct WaitingTests {
  /// Handlers that wait until so many of them are inside.
  private final class Meeting: Sendable {
    private let present = Mutex(0)
    private let expected: Int

    init(of expected: Int) { self.expected = expected }

    var count: Int { present.withLock { $0 } }

    /// Whether all have come, after a while at most.
    func join() -> Bool {
      present.withLock { $0 += 1 }
      for _ in 0..<2000 where count < expected { usleep(10_000) }
      return count >= expected
    }
  }

  @Test func `writes wait side by side, and reads go on beside them`() throws {
    let meeting = Meeting(of: 6)
    let server = try LiveServer(
      threads: 6,
      respond: { request in
        if request.method == .get { return .text("read") }
        return .text(meeting.join() ? "together" : "alone")
      })
    // Opened in a burst: libmicrohttpd gives several of them to the same thread.
    let writers = try (0..<6).map { _ in try server.client() }
    let readers = try (0..<6).map { _ in try server.client() }
    for writer in writers[..<5] { writer.send("POST / HTTP/1.1\nHost: a\nContent-Length: 1\n\na") }
    for _ in 0..<1000 where meeting.count < 5 { usleep(10_000) }
    for reader in readers { #expect(try reader.ask("GET / HTTP/1.1\nHost: a\n\n").text == "read") }
    writers[5].send("POST / HTTP/1.1\nHost: a\nContent-Length: 1\n\na")
    for writer in writers { #expect(try writer.answer().text == "together") }
    // The connections are as good as before.
    for writer in writers { #expect(try writer.ask("GET / HTTP/1.1\nHost: a\n\n").text == "read") }
  }

  @Test func `more writes than threads take their turns`() throws {
    let server = try LiveServer(
      threads: 2,
      respond: { request in
        usleep(20_000)
        return .text(String(decoding: request.body, as: UTF8.self))
      })
    let writers = try (0..<12).map { _ in try server.client() }
    for (index, writer) in writers.enumerated() {
      writer.send("POST / HTTP/1.1\nHost: a\nContent-Length: 2\n\n\(10 + index)")
    }
    for (index, writer) in writers.enumerated() {
      #expect(try writer.answer().text == "\(10 + index)")
    }
  }

  @Test func `a write that outlasts the time of grace is waited for`() throws {
    let (isBegun, isOver) = (Gate(), Gate())
    let server = try LiveServer(respond: { _ in
      isBegun.open()
      usleep(600_000)
      isOver.open()
      return .noContent()
    })
    let client = try server.client()
    client.send("POST / HTTP/1.1\nHost: a\nContent-Length: 0\n\n")
    #expect(isBegun.wait())
    server.server.stop(graceSeconds: 0.05)
    #expect(isOver.isOpen)
    #expect(try client.answer().status == 204)
  }
}
