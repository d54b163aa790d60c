import Foundation
import HubTestKit
import HubText
import Testing

/// Compressed answers as they come through a socket.
@Suite struct CompressedServiceTests {
  @Test func `a client that takes gzip gets the same in fewer bytes`() throws {
    let service = try ServingHub()
    defer { service.kill() }
    try service.start()
    let caller = try service.caller()
    let plain = try caller.send("GET", "/openapi.json")
    #expect(plain.headers["content-encoding"] == nil)
    let gzip = ["Accept-Encoding": "gzip, deflate, br, zstd"]
    for _ in 0..<2 {
      let short = try caller.send("GET", "/openapi.json", nil, gzip)
      #expect(short.status == 200)
      #expect(short.headers["content-encoding"] == "gzip")
      #expect(short.headers["content-length"] == String(short.body.count))
      #expect(short.body.count < plain.body.count / 5)
      #expect(Gunzip.expand(short.body) == plain.body)
      let head = try caller.send("HEAD", "/openapi.json", nil, gzip)
      for name in ["content-encoding", "content-length", "content-type", "etag", "vary"] {
        #expect(head.headers[name] == short.headers[name], "\(name)")
      }
      var condition = gzip
      condition["If-None-Match"] = short.headers["etag"] ?? "none"
      let same = try caller.send("GET", "/openapi.json", nil, condition)
      #expect(same.status == 304)
      #expect(same.headers["etag"] == short.headers["etag"])
      #expect(same.headers["content-encoding"] == nil)
    }
    #expect(service.bugs == [])
  }

  @Test func `a command asks a service for compressed answers`() throws {
    let service = try ServingHub()
    defer { service.kill() }
    try service.start()
    let caller = try service.caller()
    for number in 0..<8 {
      let made = try caller.send("POST", "/action-items", Caller.action("Visit \(number)"))
      try #require(made.status == 201)
    }
    let there = try hub(["--server", "http://127.0.0.1:\(service.port)"], service.token)
    let here = try hub(["--database", service.path, "--as", "@facilitator"], nil)
    #expect(there == here)
    #expect(there.count > 1500)
    // The log has the bytes that were sent.
    for _ in 0..<2000 where !service.logged.contains("list action-items") { usleep(10_000) }
    let line = try #require(
      service.logged.split(separator: "\n").first { $0.contains("list action-items") })
    let sent = try #require(JSON(parsing: Array(line.utf8))["bytes"]?.integer)
    #expect(sent > 0)
    #expect(sent < there.count / 2)
  }

  private func hub(_ place: [String], _ token: String?) throws -> [UInt8] {
    let list = ["action", "list", "--all", "--json", "--lang", "en"]
    let (status, output, errors) = try HubCommand.run(list + place, token: token)
    #expect(status == 0, "\(errors)")
    return output
  }
}
