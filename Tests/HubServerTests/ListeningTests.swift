import Foundation
import HubHTTP
import HubServer
import HubTestKit
import Testing

@Suite("Listening")
struct ListeningTests {
  private static let hello = "GET /hello HTTP/1.1\nHost: a\n\n"

  /// A path for a socket that nobody else uses.
  private static func path() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("hub-\(UUID().uuidString)").path
  }

  @Test func `a port that is taken is refused, or the next one is used`() throws {
    let first = try LiveServer()
    #expect(throws: ServerError.inUse("127.0.0.1:\(first.port)")) {
      _ = try LiveServer(.tcp(host: "127.0.0.1", port: first.port, exactly: true))
    }
    let second = try LiveServer(.tcp(host: "127.0.0.1", port: first.port, exactly: false))
    #expect(second.port > first.port)
    #expect(second.address.url == "http://127.0.0.1:\(second.port)")
    #expect(try second.client().ask(Self.hello).text == "hello")
  }

  @Test(arguments: ["[::1]", "::1"])
  func `an IPv6 address is served`(_ host: String) throws {
    let server = try LiveServer(.tcp(host: host, port: 0, exactly: true))
    #expect(server.address.url == "http://[::1]:\(server.port)")
  }

  @Test func `every address of both families is served from one socket`() throws {
    let server = try LiveServer(.tcp(host: "*", port: 0, exactly: true))
    #expect(try server.client().ask("GET /who HTTP/1.1\nHost: a\n\n").text.hasPrefix("127.0.0.1 "))
  }

  @Test func `a host without an address is named`() {
    #expect(throws: ServerError.unknownHost("no.such.host.invalid")) {
      _ = try LiveServer(.tcp(host: "no.such.host.invalid", port: 0, exactly: true))
    }
  }

  @Test func `a Unix socket is served, guarded by its permissions, and removed`() throws {
    let path = Self.path()
    do {
      let server = try LiveServer(.unix(path: path, mode: 0o600))
      #expect(server.address.url == "unix:\(path)")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let client = try RawClient(path: path)
      #expect(try client.ask("GET /who HTTP/1.1\nHost: a\n\n").text.hasPrefix("unix "))
      #expect(throws: ServerError.inUse(path)) { _ = try LiveServer(.unix(path: path)) }
      #expect(try client.ask(Self.hello).text == "hello")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `the socket file of a process that is gone is replaced`() throws {
    let path = Self.path()
    try StaleSocket.leave(at: path)
    let server = try LiveServer(.unix(path: path))
    #expect(try RawClient(path: path).ask(Self.hello).text == "hello")
    #expect(server.address == .unix(path: path))
  }

  @Test func `a file that is no socket is left alone`() throws {
    let path = Self.path()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: ServerError.notASocket(path: path)) { _ = try LiveServer(.unix(path: path)) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  @Test func `a path longer than a socket can have is refused`() {
    let path = "/tmp/" + String(repeating: "a", count: 200)
    #expect(throws: ServerError.pathTooLong(path: path)) { _ = try LiveServer(.unix(path: path)) }
  }
}
