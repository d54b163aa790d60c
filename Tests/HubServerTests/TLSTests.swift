import Foundation
import HubHTTP
import HubServer
import HubTestKit
import Testing

@Suite("TLS", .enabled(if: OpenSSL.isThere, "openssl makes the certificate and is the client"))
struct TLSTests {
  @Test func `an answer arrives over a connection that is proved and sealed`() throws {
    let openssl = try OpenSSL()
    defer { openssl.remove() }
    let server = try LiveServer(tls: openssl.settings)
    #expect(server.address.url == "https://127.0.0.1:\(server.port)")
    let answer = try openssl.ask("GET /hello HTTP/1.0\r\n\r\n", port: server.port)
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.hasSuffix("hello"))
  }

  @Test(arguments: ["-tls1", "-tls1_1"])
  func `versions that are broken are refused`(_ version: String) throws {
    let openssl = try OpenSSL()
    defer { openssl.remove() }
    let server = try LiveServer(tls: openssl.settings)
    let answer = try openssl.ask("GET /hello HTTP/1.0\r\n\r\n", port: server.port, version)
    #expect(!answer.contains("200"))
  }

  @Test(arguments: [("AES128-GCM-SHA256", false), ("ECDHE-RSA-AES128-GCM-SHA256", true)])
  func `a key that is found later opens nothing that was said before`(
    _ cipher: String, _ isTaken: Bool
  ) throws {
    let openssl = try OpenSSL(key: ["rsa:2048"])
    defer { openssl.remove() }
    let server = try LiveServer(tls: openssl.settings)
    let answer = try openssl.ask(
      "GET /hello HTTP/1.0\r\n\r\n", port: server.port, "-tls1_2", "-cipher", cipher)
    #expect(answer.hasSuffix("hello") == isTaken)
  }

  @Test func `who comes over TLS is told what holds there`() throws {
    let openssl = try OpenSSL()
    defer { openssl.remove() }
    let server = try LiveServer(tls: openssl.settings)
    let answer = try openssl.ask("GET /hello HTTP/1.0\r\n\r\n", port: server.port)
    #expect(answer.contains("\r\nHub-Secure: over TLS\r\n"))
  }

  @Test func `a body beyond the limit is refused`() throws {
    let openssl = try OpenSSL()
    defer { openssl.remove() }
    let server = try LiveServer(tls: openssl.settings, limits: { $0.bodyBytes = 10 })
    let answer = try openssl.ask(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n", port: server.port)
    #expect(answer.hasPrefix("HTTP/1.1 413 "))
  }

  @Test func `who does not speak TLS is turned away, and others are served`() throws {
    let openssl = try OpenSSL()
    defer { openssl.remove() }
    let server = try LiveServer(tls: openssl.settings)
    let client = try server.client()
    client.send("GET /hello HTTP/1.1\nHost: a\n\n")
    #expect(!client.rest().contains(" 200 "))
    let answer = try openssl.ask("GET /hello HTTP/1.0\r\n\r\n", port: server.port)
    #expect(answer.hasSuffix("hello"))
  }

  @Test func `files that are missing or do not fit are named`() throws {
    let openssl = try OpenSSL()
    defer { openssl.remove() }
    var missing = openssl.settings
    missing.keyPath += ".none"
    #expect(throws: ServerError.unreadable(path: missing.keyPath)) {
      _ = try LiveServer(tls: missing)
    }
    var swapped = openssl.settings
    swap(&swapped.certificatePath, &swapped.keyPath)
    #expect(throws: ServerError.certificateRefused) { _ = try LiveServer(tls: swapped) }
  }
}
